import { useEffect, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, type Location } from 'react-router';

/** The timeline and the viewer over it share one place on the page. */
function scrollKey({ pathname, key }: Location): string {
  return pathname === '/' || pathname.startsWith('/photos/') ? 'timeline' : key;
}

/** Tells the title of each page that one comes to; a new document would do so by itself. */
function PageAnnouncer() {
  const { pathname } = useLocation();
  const [visit, setVisit] = useState({ pathname, title: '' });
  useEffect(() => {
    setVisit((before) =>
      before.pathname === pathname ? before : { pathname, title: document.title },
    );
  }, [pathname]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {visit.title}
    </p>
  );
}

export function Root() {
  return (
    <>
      <Outlet />
      <PageAnnouncer />
      <ScrollRestoration getKey={scrollKey} />
    </>
  );
}
