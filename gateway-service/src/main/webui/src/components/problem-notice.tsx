import { CircleAlert } from 'lucide-react';
import { formatWait } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { Button } from './button';
import styles from './problem-notice.module.css';
import { useSecondsUntil } from './use-seconds-until';

interface ProblemNoticeProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** How long to wait yet: read out once, counted down for the eye. */
function WaitingTime({ waitMs, seconds }: { waitMs: number; seconds: number }) {
  return (
    <p>
      <span className="visually-hidden">
        {texts.problems.tryAgainIn(formatWait(Math.ceil(waitMs / 1_000)))}
      </span>
      <span aria-hidden="true">
        {seconds > 0 ? texts.problems.tryAgainIn(formatWait(seconds)) : texts.problems.tryAgainNow}
      </span>
    </p>
  );
}

/** The one way a failure is shown: what happened, in plain words, and what to do. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const problem = toProblem(error);
  const seconds = useSecondsUntil(problem.retryAt);
  return (
    <div className={styles.notice} role="alert">
      <CircleAlert className={styles.icon} size={20} aria-hidden="true" />
      <div className={styles.text}>
        <p>{problem.detail}</p>
        {problem.retryAfterMs !== undefined && (
          <WaitingTime waitMs={problem.retryAfterMs} seconds={seconds} />
        )}
        {problem.status >= 500 && problem.requestId && (
          <p className={styles.reference}>
            {texts.problems.reference}: {problem.requestId}
          </p>
        )}
      </div>
      {onRetry && (
        <Button look="outline" disabled={seconds > 0} onClick={onRetry}>
          {texts.app.tryAgain}
        </Button>
      )}
    </div>
  );
}
