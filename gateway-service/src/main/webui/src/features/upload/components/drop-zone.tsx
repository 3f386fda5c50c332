import { ImageUp } from 'lucide-react';
import type { ChangeEvent } from 'react';
import { texts } from '@/lib/texts';
import { acceptedFiles } from '../lib/content-type';
import styles from './drop-zone.module.css';

interface DropZoneProps {
  compact: boolean;
  onFiles: (files: File[]) => void;
}

/** Says where to drop (anywhere) and holds the picker. */
export function DropZone({ compact, onFiles }: DropZoneProps) {
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(target.files ?? [])]);
    // So that the same file can be picked again.
    target.value = '';
  };
  return (
    <div className={styles.zone} data-compact={compact || undefined}>
      <ImageUp
        className={styles.icon}
        size={compact ? 28 : 52}
        strokeWidth={1.25}
        aria-hidden="true"
      />
      <div>
        <p className={styles.title}>{texts.upload.dropTitle}</p>
        <p className={styles.hint}>{texts.upload.dropHint}</p>
      </div>
      <label className={styles.choose}>
        <input
          className="visually-hidden"
          type="file"
          multiple
          accept={acceptedFiles}
          onChange={pick}
        />
        {texts.upload.choose}
      </label>
    </div>
  );
}
