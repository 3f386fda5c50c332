import { QueryClient } from '@tanstack/react-query';
import { isPassing, toProblem } from '../problem';

/** Whoever waits for longer than this is told so, and asks again themselves. */
const quietWaitMs = 5_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => {
          const problem = toProblem(error);
          const wait = problem.retryAfterMs ?? 0;
          return failures < 2 && isPassing(problem) && wait <= quietWaitMs;
        },
        retryDelay: (failures, error) =>
          Math.max(1_000 * 2 ** failures, toProblem(error).retryAfterMs ?? 0),
      },
    },
  });
}

/** The time until a page asks again by itself: not before it may, where it was told to wait. */
export function pollAfter(intervalMs: number, error: unknown): number {
  const { retryAt } = error ? toProblem(error) : {};
  return Math.max(intervalMs, (retryAt ?? 0) - Date.now());
}
