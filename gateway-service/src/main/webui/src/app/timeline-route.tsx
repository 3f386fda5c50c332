import { Outlet } from 'react-router';
import { TimelinePage } from '@/features/library';

/** The timeline, and over it the viewer while a photo's address is open. */
export function TimelineRoute() {
  return (
    <>
      <TimelinePage />
      <Outlet />
    </>
  );
}
