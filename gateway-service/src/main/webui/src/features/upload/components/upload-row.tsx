import { Check, CircleAlert, Copy, FileQuestion, Pause } from 'lucide-react';
import { memo } from 'react';
import { ProgressBar } from '@/components/progress-bar';
import { formatBytes } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { Uploads } from '../lib/engine/uploads';
import type { UploadItem } from '../lib/queue/upload-item';
import { FileThumb } from './file-thumb';
import { UploadActions } from './upload-actions';
import styles from './upload-row.module.css';

interface UploadRowProps {
  item: UploadItem;
  uploads: Uploads;
}

/** One file: what it is, how far it is, and, where it failed, why. */
export const UploadRow = memo(function UploadRow({ item, uploads }: UploadRowProps) {
  const { name, state, reason } = item;
  return (
    <li className={styles.row} data-state={state}>
      <span className={styles.thumb}>
        <FileThumb item={item} />
      </span>
      <div className={styles.text}>
        <p className={styles.name} title={name}>
          {name}
        </p>
        <p className={styles.detail}>
          <span className={styles.size}>{formatBytes(item.size)}</span>
          <span className={styles.state}>
            <StateIcon item={item} />
            {stateText(item)}
          </span>
        </p>
        {state === 'failed' && reason && <p className={styles.reason}>{reason}</p>}
        {state === 'missing' && <p className={styles.hint}>{texts.upload.missingHint}</p>}
        {state === 'uploading' && <ProgressBar label={name} percent={percentOf(item)} />}
      </div>
      <UploadActions item={item} uploads={uploads} />
    </li>
  );
});

function StateIcon({ item: { state } }: { item: UploadItem }) {
  if (state === 'done') return <Check size={15} aria-hidden="true" />;
  if (state === 'duplicate') return <Copy size={14} aria-hidden="true" />;
  if (state === 'failed') return <CircleAlert size={15} aria-hidden="true" />;
  if (state === 'paused') return <Pause size={14} aria-hidden="true" />;
  if (state === 'missing') return <FileQuestion size={15} aria-hidden="true" />;
  return null;
}

/** A hundred only when the store has said that it has all; what follows has states of its own. */
function percentOf({ sent, size }: UploadItem): number {
  return size > 0 ? Math.min(99, Math.floor((sent / size) * 100)) : 0;
}

function stateText(item: UploadItem): string {
  const { states } = texts.upload;
  const { state, waiting, trashed, twin } = item;
  if (state === 'uploading') return waiting ? states.again : states.uploading(percentOf(item));
  if (state === 'duplicate' && trashed) return states.duplicateTrashed;
  if (state === 'duplicate' && twin) return states.duplicateOf(twin);
  return states[state];
}
