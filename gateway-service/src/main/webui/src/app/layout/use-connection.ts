import { onlineManager, type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { isPassing, toProblem } from '@/lib/problem';

export type Connection = 'fine' | 'offline' | 'unreachable' | 'server';

export function readConnection(cache: QueryCache): Connection {
  if (!onlineManager.isOnline()) return 'offline';
  let connection: Connection = 'fine';
  for (const query of cache.getAll()) {
    const { status, data, error } = query.state;
    if (status !== 'error' || data === undefined || !query.isActive()) continue;
    const problem = toProblem(error);
    if (problem.status === 0 && isPassing(problem)) return 'unreachable';
    if (problem.status >= 500) connection = 'server';
  }
  return connection;
}

/** How well the last calls went whose earlier answers are still on the screen. */
export function useConnection(): Connection {
  const cache = useQueryClient().getQueryCache();
  const subscribe = useCallback(
    (listener: () => void) => {
      const unsubscribers = [onlineManager.subscribe(listener), cache.subscribe(listener)];
      return () => {
        for (const unsubscribe of unsubscribers) unsubscribe();
      };
    },
    [cache],
  );
  return useSyncExternalStore(subscribe, () => readConnection(cache));
}
