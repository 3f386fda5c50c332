import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, type Location } from 'react-router';
import { ToastRegion } from '@/components/toast';

/** A page of pictures and the viewer over it share one place on the page. */
function scrollKey({ pathname, search, key }: Location): string {
  const below = pathname.replace(/\/photos\/[^/]+$/, '') || '/';
  if (below === '/') return 'timeline';
  return /^\/(search|memories)(\/|$)/.test(below) ? below + search : key;
}

/** Tells the title of each page that one comes to; a new document would do so by itself. */
function PageAnnouncer() {
  const { pathname } = useLocation();
  const region = useRef<HTMLParagraphElement>(null);
  const told = useRef(pathname);
  useEffect(() => {
    if (!region.current || told.current === pathname) return;
    told.current = pathname;
    region.current.textContent = document.title;
  }, [pathname]);
  return <p ref={region} className="visually-hidden" aria-live="polite" />;
}

export function Root() {
  return (
    <>
      <Outlet />
      <PageAnnouncer />
      <ToastRegion />
      <ScrollRestoration getKey={scrollKey} />
    </>
  );
}
