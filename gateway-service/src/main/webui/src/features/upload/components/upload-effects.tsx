import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useUploads } from '../lib/upload-context';

/** What uploads change elsewhere: cached lists, the right to leave, the screen's sleep. */
export function UploadEffects({ queries }: { queries: QueryClient }) {
  const { items, totals } = useUploads();
  const ready = items.filter(({ state }) => state === 'done').length;

  useEffect(() => {
    if (ready === 0) return;
    void queries.invalidateQueries({ queryKey: ['timeline'] });
    void queries.invalidateQueries({ queryKey: ['usage'] });
  }, [queries, ready]);

  useEffect(() => {
    if (!totals.losable) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [totals.losable]);

  useEffect(() => (totals.busy ? keepAwake() : undefined), [totals.busy]);

  return null;
}

/**
 * A nicety: where it is refused, uploads go on until the device sleeps. Browsers take the lock back
 * from a page that isn't looked at, so it is asked for again when it is.
 */
function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  let held: Promise<WakeLockSentinel | undefined> = Promise.resolve(undefined);
  const hold = () => {
    if (document.visibilityState !== 'visible') return;
    held = navigator.wakeLock.request('screen').catch(() => undefined);
  };
  hold();
  document.addEventListener('visibilitychange', hold);
  return () => {
    document.removeEventListener('visibilitychange', hold);
    void held.then((lock) => lock?.release());
  };
}
