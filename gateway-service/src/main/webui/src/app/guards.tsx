import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { ProblemError, unreachable } from '@/lib/problem';
import { session } from '@/lib/session/browser-session';
import { useSessionStatus } from '@/lib/session/use-session';
import styles from './guards.module.css';
import { wantedPath } from './wanted-path';

const retryMs = 5_000;

/** Nobody knows yet whether there is a session; asks again by itself until someone does. */
function Unreachable() {
  useEffect(() => {
    const timer = setInterval(() => void session.start(), retryMs);
    return () => {
      clearInterval(timer);
    };
  }, []);

  return (
    <main className={styles.unreachable}>
      <ProblemNotice
        error={new ProblemError(unreachable)}
        onRetry={() => {
          void session.start();
        }}
      />
    </main>
  );
}

/** Pages of an account: whoever is signed out signs in first, and then gets what they asked for. */
export function MemberOnly() {
  const status = useSessionStatus();
  const { pathname, search } = useLocation();
  switch (status) {
    case 'starting':
      return <Waiting />;
    case 'unreachable':
      return <Unreachable />;
    case 'signed-out':
      return <Navigate to="/sign-in" replace state={{ wanted: pathname + search }} />;
    case 'signed-in':
      return <Outlet />;
  }
}

/** Pages that make no sense once signed in; in every tab, as soon as one of them signs in. */
export function GuestOnly() {
  const status = useSessionStatus();
  const location = useLocation();
  if (status === 'starting') return <Waiting />;
  if (status === 'signed-in') return <Navigate to={wantedPath(location.state)} replace />;
  return <Outlet />;
}
