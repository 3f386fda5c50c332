import { ImageUp } from 'lucide-react';
import { texts } from '@/lib/texts';
import styles from './drop-overlay.module.css';

/** Covers the page while files hover over it; the window takes the drop. */
export function DropOverlay() {
  return (
    <div className={styles.overlay} aria-hidden="true">
      <div className={styles.frame}>
        <ImageUp size={56} strokeWidth={1.25} />
        <p className={styles.title}>{texts.app.dropHere}</p>
        <p>{texts.app.dropHint}</p>
      </div>
    </div>
  );
}
