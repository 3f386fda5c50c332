import { Check, CircleAlert, Copy, LoaderCircle, RotateCcw, X } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { IconButton } from '@/components/button';
import { formatBytes } from '@/lib/format';
import { texts } from '@/lib/texts';
import { percentOf, stateLabel } from '../lib/state-label';
import type { UploadItem, UploadState } from '../lib/upload-item';
import { useUploadEngine } from './upload-context';
import styles from './upload-row.module.css';

function StateIcon({ state }: { state: UploadState }) {
  const icons: Partial<Record<UploadState, ReactNode>> = {
    done: <Check size={18} strokeWidth={2.5} className={styles.good} />,
    duplicate: <Copy size={17} className={styles.soft} />,
    failed: <CircleAlert size={18} className={styles.bad} />,
    queued: <span className={styles.dot} />,
    hashed: <span className={styles.dot} />,
    minted: <span className={styles.dot} />,
  };
  return (
    <span className={styles.icon} aria-hidden="true">
      {icons[state] ?? <LoaderCircle size={18} className={styles.turning} />}
    </span>
  );
}

/** One file and what is happening to it. */
export const UploadRow = memo(function UploadRow({ item }: { item: UploadItem }) {
  const engine = useUploadEngine();
  const locked = item.state === 'verifying' || item.state === 'processing';
  return (
    <li className={styles.row} data-state={item.state}>
      <StateIcon state={item.state} />
      <div className={styles.text}>
        <span className={styles.name}>{item.name}</span>
        <span className={styles.note}>
          <span className={styles.state}>{stateLabel(item)}</span>
          {item.state === 'failed' ? (
            <span className={styles.reason}>{item.reason}</span>
          ) : (
            <span>{formatBytes(item.size)}</span>
          )}
        </span>
        {item.state === 'uploading' && (
          <span className={styles.track}>
            <span className={styles.bar} style={{ width: `${percentOf(item)}%` }} />
          </span>
        )}
      </div>
      {item.mediaId !== undefined && !item.trashed && item.state !== 'failed' && (
        <Link
          className={styles.view}
          to={`/photos/${item.mediaId}`}
          aria-label={texts.upload.viewNamed(item.name)}
        >
          {texts.upload.view}
        </Link>
      )}
      {item.state === 'failed' && (
        <IconButton
          label={texts.upload.retry(item.name)}
          icon={<RotateCcw size={17} />}
          onClick={() => engine.retry(item.key)}
        />
      )}
      <IconButton
        label={texts.upload.remove(item.name)}
        icon={<X size={17} />}
        disabled={locked}
        onClick={() => engine.remove(item.key)}
      />
    </li>
  );
});
