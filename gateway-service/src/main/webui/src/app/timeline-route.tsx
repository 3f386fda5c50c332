import { Outlet } from 'react-router';
import { TimelinePage } from '@/features/library';
import { MemoriesStrip } from '@/features/memories';
import styles from './timeline-route.module.css';

/** The timeline below this day's memories, and over both the viewer while a photo is open. */
export function TimelineRoute() {
  return (
    <>
      <div className={styles.top}>
        <MemoriesStrip />
      </div>
      <TimelinePage />
      <Outlet />
    </>
  );
}
