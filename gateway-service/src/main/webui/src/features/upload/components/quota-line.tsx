import { formatBytes } from '@/lib/format';
import { texts } from '@/lib/texts';
import { useUsage } from '../api/use-usage';
import { roomLeft } from '../lib/room';
import styles from './quota-line.module.css';

/** What is left before a start is worth it; silent while unknown. */
export function QuotaLine() {
  const { data: usage } = useUsage();
  if (!usage) return null;
  const { storageBytes, quotaBytes } = usage;
  const { free, today: leftToday } = roomLeft(usage);
  const used = quotaBytes > 0 ? Math.min(100, (storageBytes / quotaBytes) * 100) : 100;
  return (
    <div className={styles.quota}>
      <p>
        <strong>{texts.upload.quota(formatBytes(free))}</strong>
        {leftToday < free && <> · {texts.upload.today(formatBytes(leftToday))}</>}
      </p>
      <div
        className={styles.meter}
        role="meter"
        aria-label={texts.upload.storage}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(used)}
        aria-valuetext={texts.upload.quotaOf(formatBytes(storageBytes), formatBytes(quotaBytes))}
      >
        <div className={styles.used} style={{ width: `${used}%` }} />
      </div>
      <p className={styles.small}>
        {texts.upload.quotaOf(formatBytes(storageBytes), formatBytes(quotaBytes))}
      </p>
    </div>
  );
}
