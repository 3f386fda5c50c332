import { CircleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { texts } from '@/lib/texts';
import { useUploads } from '../lib/upload-context';
import pill from '@/components/pill.module.css';
import styles from './upload-pill.module.css';

/** Uploads at a glance, for the top bar: a ring that fills, or how many failed. */
export function UploadPill() {
  const { totals } = useUploads();
  const attention = totals.failed + totals.missing;
  if (totals.idle && attention === 0) return null;
  const share = totals.bytes > 0 ? totals.sentBytes / totals.bytes : 0;
  const label = totals.idle
    ? texts.upload.pillFailed(attention)
    : texts.upload.pill(totals.settled, totals.count);
  return (
    <Link to="/upload" className={pill.pill} aria-label={label} title={label}>
      {totals.idle ? (
        <>
          <CircleAlert className={styles.failed} size={18} aria-hidden="true" />
          <span className={styles.failed}>{attention}</span>
        </>
      ) : (
        <>
          <Ring share={share} />
          <span>
            {totals.settled}/{totals.count}
          </span>
        </>
      )}
    </Link>
  );
}

function Ring({ share }: { share: number }) {
  return (
    <svg className={styles.ring} width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle className={styles.track} cx="9" cy="9" r="7" pathLength="100" />
      <circle
        className={styles.bar}
        cx="9"
        cy="9"
        r="7"
        pathLength="100"
        strokeDasharray={`${Math.round(share * 100)} 100`}
      />
    </svg>
  );
}
