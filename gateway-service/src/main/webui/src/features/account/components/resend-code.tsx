import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/button';
import { ProblemNotice } from '@/components/problem-notice';
import { useSecondsUntil } from '@/components/use-seconds-until';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { looksLikeAddress } from '../lib/address';
import styles from './resend-code.module.css';

const pauseMs = 30_000;

interface ResendCodeProps {
  email: string;
  resend: UseMutationResult<unknown, Error, string>;
}

/** Asks for another code; then pauses, for mail takes a moment and each code makes the last void. */
export function ResendCode({ email, resend }: ResendCodeProps) {
  const [pausedUntil, setPausedUntil] = useState<number>();
  const left = useSecondsUntil(pausedUntil);
  return (
    <div className={styles.resend}>
      <Button
        look="outline"
        busy={resend.isPending}
        disabled={left > 0 || !looksLikeAddress(email)}
        onClick={() => {
          resend.mutate(email, {
            onSuccess: () => {
              setPausedUntil(Date.now() + pauseMs);
            },
            onError: (error) => {
              setPausedUntil(toProblem(error).retryAt);
            },
          });
        }}
      >
        {left > 0 ? texts.account.resendIn(left) : texts.account.resend}
      </Button>
      <p role="status">{resend.isSuccess && texts.account.resent}</p>
      {resend.isError && <ProblemNotice error={resend.error} />}
    </div>
  );
}
