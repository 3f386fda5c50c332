import { texts } from '@/lib/texts';
import { LogoMark } from './logo';
import styles from './waiting.module.css';

/** Shown while a page or its first data is on the way. */
export function Waiting() {
  return (
    <div className={styles.waiting} role="status">
      <span className={styles.mark}>
        <LogoMark size={44} />
      </span>
      <span className="visually-hidden">{texts.app.loading}</span>
    </div>
  );
}
