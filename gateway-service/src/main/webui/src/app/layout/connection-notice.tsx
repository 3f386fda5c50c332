import { CloudOff } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { texts } from '@/lib/texts';
import styles from './connection-notice.module.css';
import { useConnection } from './use-connection';

/** Says why what is shown may be old; what could not be shown at all, its page tells. */
export function ConnectionNotice() {
  const connection = useConnection();
  const queryClient = useQueryClient();
  return (
    <div role="status">
      {connection !== 'fine' && (
        <p className={styles.notice}>
          <CloudOff size={18} aria-hidden="true" className={styles.icon} />
          <span>{texts.connection[connection]}</span>
          {connection !== 'offline' && (
            <button
              type="button"
              className={styles.retry}
              onClick={() => void queryClient.refetchQueries({ type: 'active', stale: true })}
            >
              {texts.app.tryAgain}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
