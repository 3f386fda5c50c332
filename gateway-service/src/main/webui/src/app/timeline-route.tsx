import { Outlet } from 'react-router';
import { TimelinePage } from '@/features/library';
import { MemoriesStrip } from '@/features/memories';

/** The timeline with this day's memories, and over it the viewer while a photo is open. */
export function TimelineRoute() {
  return (
    <>
      <TimelinePage above={<MemoriesStrip />} />
      <Outlet />
    </>
  );
}
