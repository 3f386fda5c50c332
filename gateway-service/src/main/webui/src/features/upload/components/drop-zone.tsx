import { Camera, FolderOpen, ImageUp } from 'lucide-react';
import { texts } from '@/lib/texts';
import { acceptedFiles } from '../lib/files/content-type';
import styles from './drop-zone.module.css';
import { FileButton } from './file-button';

interface DropZoneProps {
  compact: boolean;
  onFiles: (files: File[]) => void;
}

/** Says where to drop (anywhere) and holds the pickers. */
export function DropZone({ compact, onFiles }: DropZoneProps) {
  return (
    <div className={styles.zone} data-compact={compact || undefined}>
      <ImageUp
        className={styles.icon}
        size={compact ? 28 : 52}
        strokeWidth={1.25}
        aria-hidden="true"
      />
      <div className={styles.words}>
        <p className={styles.title}>{texts.upload.dropTitle}</p>
        <p className={styles.hint}>{texts.upload.dropHint}</p>
      </div>
      <div className={styles.pickers}>
        <FileButton multiple accept={acceptedFiles} onFiles={onFiles}>
          {texts.upload.choose}
        </FileButton>
        <FileButton className={styles.folder} look="outline" folder onFiles={onFiles}>
          <FolderOpen size={18} aria-hidden="true" />
          {texts.upload.folder}
        </FileButton>
        <FileButton
          className={styles.camera}
          look="outline"
          camera
          accept="image/*"
          onFiles={onFiles}
        >
          <Camera size={18} aria-hidden="true" />
          {texts.upload.camera}
        </FileButton>
      </div>
    </div>
  );
}
