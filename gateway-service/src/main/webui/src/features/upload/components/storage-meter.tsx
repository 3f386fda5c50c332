import type { Usage } from '@/lib/api/contract';
import { formatBytes } from '@/lib/format';
import { texts } from '@/lib/texts';
import styles from './storage-meter.module.css';

/** What is left of the quota, before one starts. */
export function StorageMeter({ usage }: { usage: Usage }) {
  const { storageBytes, quotaBytes, today } = usage;
  const share = quotaBytes > 0 ? Math.min(100, (storageBytes / quotaBytes) * 100) : 100;
  const leftToday = Math.max(0, today.limitBytes - today.usedBytes - today.reservedBytes);
  return (
    <section className={styles.meter} aria-label={texts.upload.storage}>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.bar} style={{ width: `${Math.max(share, 0.5)}%` }} />
      </div>
      <p className={styles.text}>
        <span>
          {texts.upload.quotaOf(formatBytes(storageBytes), formatBytes(quotaBytes))}
        </span>
        <span>{texts.upload.today(formatBytes(leftToday))}</span>
      </p>
    </section>
  );
}
