import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { ProblemNotice } from '@/components/problem-notice';
import { texts } from '@/lib/texts';
import { useResendCode } from '../api/use-resend-code';
import { looksLikeAddress } from '../lib/address';
import styles from './resend-code.module.css';

const pauseSeconds = 30;

/** Asks for another code; then pauses, for mail takes a moment and each code makes the last void. */
export function ResendCode({ email }: { email: string }) {
  const [left, setLeft] = useState(0);
  const resend = useResendCode();

  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => {
      setLeft(left - 1);
    }, 1_000);
    return () => {
      clearTimeout(timer);
    };
  }, [left]);

  return (
    <div className={styles.resend}>
      <Button
        look="outline"
        busy={resend.isPending}
        disabled={left > 0 || !looksLikeAddress(email)}
        onClick={() => {
          resend.mutate(email, {
            onSuccess: () => {
              setLeft(pauseSeconds);
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
