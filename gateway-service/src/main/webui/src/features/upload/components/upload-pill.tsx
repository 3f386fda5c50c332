import { Link } from 'react-router';
import { texts } from '@/lib/texts';
import { useUploads } from './upload-context';
import styles from './upload-pill.module.css';

/** Shown in the bar while files are on their way, whatever page one is on. */
export function UploadPill() {
  const { totals } = useUploads();
  if (totals.idle) return null;
  const percent = totals.bytes > 0 ? Math.floor((totals.sentBytes / totals.bytes) * 100) : 0;
  return (
    <Link
      to="/upload"
      className={styles.pill}
      aria-label={texts.upload.pill(totals.settled, totals.count)}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <circle className={styles.track} cx="10" cy="10" r="8" pathLength="100" />
        <circle
          className={styles.arc}
          cx="10"
          cy="10"
          r="8"
          pathLength="100"
          style={{ strokeDashoffset: 100 - percent }}
        />
      </svg>
      <span>
        {totals.settled}/{totals.count}
      </span>
    </Link>
  );
}
