import { useCallback, useRef } from 'react';

/** A picture that stays broken must not have its page fetched over and over. */
const renewEveryMs = 30_000;

/** Has pictures' URLs signed anew when one was of no use, but not again and again. */
export function useRenew(renew: () => void): () => void {
  const renewedAt = useRef(0);
  return useCallback(() => {
    const now = Date.now();
    if (now - renewedAt.current < renewEveryMs) return;
    renewedAt.current = now;
    renew();
  }, [renew]);
}
