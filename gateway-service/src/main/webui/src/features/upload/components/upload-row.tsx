import { Check, CircleAlert, Copy, RotateCcw, X } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'react-router';
import { IconButton } from '@/components/button';
import { ProgressBar } from '@/components/progress-bar';
import { formatBytes } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { UploadEngine } from '../lib/upload-engine';
import type { UploadItem } from '../lib/upload-item';
import { FileThumb } from './file-thumb';
import styles from './upload-row.module.css';

interface UploadRowProps {
  item: UploadItem;
  engine: UploadEngine;
}

/** One file: what it is, how far it is, and, where it failed, why. */
export const UploadRow = memo(function UploadRow({ item, engine }: UploadRowProps) {
  const { key, name, state, reason } = item;
  const committed = state === 'verifying' || state === 'processing';
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
        {state === 'uploading' && <ProgressBar label={name} percent={percentOf(item)} />}
      </div>
      <div className={styles.actions}>
        {item.mediaId && (state === 'done' || state === 'duplicate') && !item.trashed && (
          <Link
            className={styles.view}
            to={`/photos/${item.mediaId}`}
            aria-label={texts.upload.viewNamed(name)}
          >
            {texts.upload.view}
          </Link>
        )}
        {state === 'failed' && (
          <IconButton
            label={texts.upload.retry(name)}
            icon={<RotateCcw size={18} />}
            onClick={() => engine.retry(key)}
          />
        )}
        <IconButton
          label={texts.upload.remove(name)}
          icon={<X size={18} />}
          disabled={committed}
          onClick={() => engine.remove(key)}
        />
      </div>
    </li>
  );
});

function StateIcon({ item: { state } }: { item: UploadItem }) {
  if (state === 'done') return <Check size={15} aria-hidden="true" />;
  if (state === 'duplicate') return <Copy size={14} aria-hidden="true" />;
  if (state === 'failed') return <CircleAlert size={15} aria-hidden="true" />;
  return null;
}

function percentOf({ sent, size }: UploadItem): number {
  return size > 0 ? Math.min(100, Math.floor((sent / size) * 100)) : 0;
}

function stateText(item: UploadItem): string {
  const { states } = texts.upload;
  if (item.state === 'uploading') return states.uploading(percentOf(item));
  if (item.state === 'duplicate' && item.trashed) return states.duplicateTrashed;
  return states[item.state];
}
