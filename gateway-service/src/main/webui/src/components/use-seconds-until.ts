import { useCallback, useSyncExternalStore } from 'react';

/** Whole seconds until the moment, counting down; 0 once it has passed or where there is none. */
export function useSecondsUntil(instant: number | undefined): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (instant === undefined || instant <= Date.now()) return () => undefined;
      const timer = setInterval(() => {
        listener();
        if (instant <= Date.now()) clearInterval(timer);
      }, 500);
      return () => {
        clearInterval(timer);
      };
    },
    [instant],
  );
  return useSyncExternalStore(subscribe, () =>
    instant === undefined ? 0 : Math.max(Math.ceil((instant - Date.now()) / 1_000), 0),
  );
}
