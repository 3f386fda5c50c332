import { CircleAlert } from 'lucide-react';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { Button } from './button';
import styles from './problem-notice.module.css';

interface ProblemNoticeProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** The one way a failure is shown: what happened, in plain words, and what to do. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const problem = toProblem(error);
  return (
    <div className={styles.notice} role="alert">
      <CircleAlert className={styles.icon} size={20} aria-hidden="true" />
      <div className={styles.text}>
        <p>{problem.detail}</p>
        {problem.status >= 500 && problem.requestId && (
          <p className={styles.reference}>
            {texts.problems.reference}: {problem.requestId}
          </p>
        )}
      </div>
      {onRetry && (
        <Button look="outline" onClick={onRetry}>
          {texts.app.tryAgain}
        </Button>
      )}
    </div>
  );
}
