import { Button, ButtonLink } from '@/components/button';
import { ProgressBar } from '@/components/progress-bar';
import { formatBytes, formatDuration } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { Uploads } from '../lib/engine/uploads';
import type { UploadTotals } from '../lib/queue/upload-item';
import styles from './upload-summary.module.css';

interface UploadSummaryProps {
  totals: UploadTotals;
  uploads: Uploads;
}

/** The whole batch: how far, how fast, how long yet, and what can be done with all of it. */
export function UploadSummary({ totals, uploads }: UploadSummaryProps) {
  const resting = totals.paused + totals.missing;
  const allGood = totals.idle && totals.failed + resting === 0;
  return (
    <section className={styles.summary} aria-label={texts.upload.progress}>
      <div className={styles.line}>
        <p className={styles.count}>
          {allGood ? texts.upload.allDone : texts.upload.total(totals.settled, totals.count)}
          {totals.failed > 0 && (
            <span className={styles.failed}> · {texts.upload.totalFailed(totals.failed)}</span>
          )}
          {totals.paused > 0 && <> · {texts.upload.totalPaused(totals.paused)}</>}
        </p>
        <p className={styles.figures}>{figures(totals)}</p>
      </div>
      <ProgressBar label={texts.upload.progress} percent={percentOf(totals)} />
      <div className={styles.actions}>
        {totals.failed > 0 && (
          <Button look="outline" onClick={() => uploads.retryFailed()}>
            {texts.upload.retryAll}
          </Button>
        )}
        {totals.busy && (
          <Button look="outline" onClick={() => uploads.pauseAll()}>
            {texts.upload.pauseAll}
          </Button>
        )}
        {totals.paused > 0 && (
          <Button look="outline" onClick={() => uploads.resumeAll()}>
            {texts.upload.resumeAll}
          </Button>
        )}
        {totals.settled > 0 && (
          <Button look="plain" onClick={() => uploads.clearSettled()}>
            {texts.upload.clear}
          </Button>
        )}
        {totals.idle && totals.settled > totals.failed && (
          <ButtonLink to="/">{texts.upload.seePhotos}</ButtonLink>
        )}
      </div>
    </section>
  );
}

/** A hundred only when nothing is left to wait for. */
function percentOf({ bytes, sentBytes, idle, paused, missing }: UploadTotals): number {
  if (idle && paused + missing === 0) return 100;
  return bytes > 0 ? Math.min(99, Math.floor((sentBytes / bytes) * 100)) : 0;
}

function figures({ bytes, sentBytes, bytesPerSecond, idle }: UploadTotals): string {
  const parts = [texts.upload.bytes(formatBytes(sentBytes), formatBytes(bytes))];
  const left = bytes - sentBytes;
  if (!idle && bytesPerSecond > 0 && left > 0) {
    parts.push(texts.upload.perSecond(formatBytes(bytesPerSecond)));
    parts.push(texts.upload.timeLeft(formatDuration((left / bytesPerSecond) * 1000)));
  }
  return parts.join(' · ');
}
