import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** Says that something went well; read out when it appears in the place that waits for it. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      {children && (
        <p className={styles.notice}>
          <Check className={styles.icon} size={18} aria-hidden="true" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
