import { Upload } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { texts } from '@/lib/texts';
import { droppedFiles } from '../lib/dropped-files';
import styles from './drop-overlay.module.css';

interface DropOverlayProps {
  label: string;
  onFiles: (files: File[]) => void;
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Makes the whole window a place to drop or paste files. */
export function DropOverlay({ label, onFiles }: DropOverlayProps) {
  const [over, setOver] = useState(false);
  const take = useEffectEvent((transfer: DataTransfer | null) => {
    if (!transfer) return;
    void droppedFiles(transfer).then((files) => {
      if (files.length > 0) onFiles(files);
    });
  });

  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth--;
      if (depth <= 0) setOver(false);
    };
    const hover = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent) => {
      if (event.clipboardData?.files.length) take(event.clipboardData);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={styles.overlay} aria-hidden="true">
      <div className={styles.card}>
        <Upload size={36} strokeWidth={1.5} />
        <strong>{label}</strong>
        <span>{texts.app.dropHint}</span>
      </div>
    </div>
  );
}
