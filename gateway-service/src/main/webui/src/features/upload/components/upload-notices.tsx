import { CircleAlert, CloudOff, Layers } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatBytes } from '@/lib/format';
import { texts } from '@/lib/texts';
import { useUsage } from '../api/use-usage';
import { roomLeft } from '../lib/room';
import type { Uploads, UploadSnapshot } from '../lib/engine/uploads';
import styles from './upload-notices.module.css';

interface UploadNoticesProps {
  snapshot: UploadSnapshot;
  uploads: Uploads;
}

/** Why uploads wait, or will, and where they are worked on. */
export function UploadNotices({ snapshot, uploads }: UploadNoticesProps) {
  const { totals, trouble, elsewhere } = snapshot;
  return (
    <div className={styles.notices} role="status">
      {trouble && totals.count > totals.settled && (
        <Line icon={<CloudOff size={18} aria-hidden="true" />}>
          <span>{texts.upload.trouble[trouble]}</span>
          <button type="button" className={styles.action} onClick={() => uploads.tryNow()}>
            {texts.upload.tryNow}
          </button>
        </Line>
      )}
      <FitLine bytes={totals.unreservedBytes} />
      {elsewhere && totals.busy && (
        <Line icon={<Layers size={18} aria-hidden="true" />}>
          <span>{texts.upload.elsewhere}</span>
        </Line>
      )}
    </div>
  );
}

/** Tells before it is sent what won't fit. */
function FitLine({ bytes }: { bytes: number }) {
  const { data: usage } = useUsage();
  if (!usage) return null;
  const { free, today } = roomLeft(usage);
  if (bytes <= Math.min(free, today)) return null;
  const text = today < free ? texts.upload.wontFitToday : texts.upload.wontFit;
  return (
    <Line icon={<CircleAlert size={18} aria-hidden="true" />}>
      <span>{text(formatBytes(bytes), formatBytes(Math.min(free, today)))}</span>
    </Line>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className={styles.line}>
      {icon}
      {children}
    </p>
  );
}
