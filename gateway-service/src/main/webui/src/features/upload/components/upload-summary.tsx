import { Check } from 'lucide-react';
import { Button, ButtonLink } from '@/components/button';
import { ProgressBar } from '@/components/progress-bar';
import { formatBytes } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { UploadTotals } from '../lib/upload-item';
import { useUploadEngine } from './upload-context';
import styles from './upload-page.module.css';

/** The whole queue at a glance. */
export function UploadSummary({ totals }: { totals: UploadTotals }) {
  const engine = useUploadEngine();
  const percent = totals.bytes > 0 ? Math.floor((totals.sentBytes / totals.bytes) * 100) : 100;
  return (
    <div className={styles.summary}>
      <div className={styles.figures}>
        <strong className={styles.total}>
          {totals.idle && totals.failed === 0 && <Check size={20} aria-hidden="true" />}
          {totals.idle && totals.failed === 0
            ? texts.upload.allDone
            : texts.upload.total(totals.settled, totals.count)}
        </strong>
        {totals.failed > 0 && (
          <span className={styles.failed}>{texts.upload.totalFailed(totals.failed)}</span>
        )}
        <span className={styles.bytes}>
          {texts.upload.bytes(formatBytes(totals.sentBytes), formatBytes(totals.bytes))}
          {totals.busy && totals.bytesPerSecond > 0 && (
            <> · {texts.upload.perSecond(formatBytes(totals.bytesPerSecond))}</>
          )}
        </span>
      </div>
      {!totals.idle && <ProgressBar label={texts.upload.progress} percent={percent} />}
      <div className={styles.actions}>
        {totals.idle && (
          <ButtonLink to="/" look={totals.failed > 0 ? 'outline' : 'solid'}>
            {texts.upload.seePhotos}
          </ButtonLink>
        )}
        {totals.failed > 0 && (
          <Button look="outline" onClick={() => engine.retryFailed()}>
            {texts.upload.retryAll}
          </Button>
        )}
        {totals.settled > 0 && (
          <Button look="plain" onClick={() => engine.clearSettled()}>
            {texts.upload.clear}
          </Button>
        )}
      </div>
    </div>
  );
}
