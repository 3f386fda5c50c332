import { Fragment, useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { ProblemError, unreachable } from '@/lib/problem';
import { session } from '@/lib/session/browser-session';
import type { Ending } from '@/lib/session/session';
import { useSessionStatus, useSessionUser } from '@/lib/session/use-session';
import { isStaff } from '@/lib/staff';
import type { texts } from '@/lib/texts';
import { useMe } from '@/lib/use-me';
import styles from './guards.module.css';
import { NotFound } from './not-found-page';
import { wantedPath } from './wanted-path';

/** What the sign-in page says of the session that was here. */
const noticeOf: Record<Ending, keyof typeof texts.account.notices | undefined> = {
  left: undefined,
  'left-elsewhere': 'signedOutElsewhere',
  'left-everywhere': 'signedOutEverywhere',
  challenged: 'passwordChanged',
  ended: 'signedOut',
  suspended: 'suspended',
  closed: 'closed',
};

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
  const user = useSessionUser();
  const { pathname, search } = useLocation();
  switch (status) {
    case 'starting':
      return <Waiting />;
    case 'unreachable':
      return <Unreachable />;
    case 'signed-out': {
      const ending = session.getEnding();
      const notice = ending && noticeOf[ending];
      const state = { wanted: pathname + search, whose: session.getLastUser(), notice };
      const to = ending === 'challenged' ? '/sign-in/code' : '/sign-in';
      return <Navigate to={to} replace state={state} />;
    }
    case 'signed-in':
      // Whoever comes next starts with pages that have seen nothing of the last.
      return (
        <Fragment key={user}>
          <Outlet />
        </Fragment>
      );
  }
}

/** Pages of those who look after accounts; for everyone else there is nothing at these addresses. */
export function StaffOnly() {
  const me = useMe();
  if (me.data) return isStaff(me.data) ? <Outlet /> : <NotFound />;
  if (me.isError) return <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />;
  return <Waiting />;
}

/** Pages that make no sense once signed in; in every tab, as soon as one of them signs in. */
export function GuestOnly() {
  const status = useSessionStatus();
  const user = useSessionUser();
  const location = useLocation();
  if (status === 'starting') return <Waiting />;
  if (status === 'signed-in') return <Navigate to={wantedPath(location.state, user)} replace />;
  return <Outlet />;
}
