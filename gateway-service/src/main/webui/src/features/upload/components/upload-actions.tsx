import { Pause, Play, RotateCcw, X } from 'lucide-react';
import { Link } from 'react-router';
import { IconButton } from '@/components/button';
import { texts } from '@/lib/texts';
import type { Uploads } from '../lib/engine/uploads';
import { isSettled, isStoppable, type UploadItem } from '../lib/queue/upload-item';
import { FileButton } from './file-button';
import { RestoreButton } from './restore-button';
import styles from './upload-row.module.css';

interface UploadActionsProps {
  item: UploadItem;
  uploads: Uploads;
}

/** What can be done about one file as it is now. */
export function UploadActions({ item, uploads }: UploadActionsProps) {
  const { key, name, state } = item;
  const removable = isStoppable(state) || isSettled(state);
  return (
    <div className={styles.actions}>
      <LibraryAction item={item} uploads={uploads} />
      {state === 'missing' && (
        <FileButton
          look="link"
          name={texts.upload.chooseAgainNamed(name)}
          onFiles={(files) => uploads.add(files)}
        >
          {texts.upload.chooseAgain}
        </FileButton>
      )}
      {state === 'failed' && (
        <IconButton
          label={texts.upload.retry(name)}
          icon={<RotateCcw size={18} />}
          onClick={() => uploads.retry(key)}
        />
      )}
      {state === 'paused' && (
        <IconButton
          label={texts.upload.resume(name)}
          icon={<Play size={18} />}
          onClick={() => uploads.resume(key)}
        />
      )}
      {isStoppable(state) && state !== 'paused' && state !== 'missing' && (
        <IconButton
          label={texts.upload.pause(name)}
          icon={<Pause size={18} />}
          onClick={() => uploads.pause(key)}
        />
      )}
      <IconButton
        label={texts.upload.remove(name)}
        icon={<X size={18} />}
        disabled={!removable}
        onClick={() => uploads.remove(key)}
      />
    </div>
  );
}

/** The way to what the library has of it. */
function LibraryAction({ item, uploads }: UploadActionsProps) {
  const { mediaId, name, state, trashed } = item;
  if (!mediaId || (state !== 'done' && state !== 'duplicate')) return null;
  if (trashed) return <RestoreButton mediaId={mediaId} name={name} uploads={uploads} />;
  return (
    <Link
      className={styles.view}
      to={`/photos/${mediaId}`}
      aria-label={texts.upload.viewNamed(name)}
    >
      {texts.upload.view}
    </Link>
  );
}
