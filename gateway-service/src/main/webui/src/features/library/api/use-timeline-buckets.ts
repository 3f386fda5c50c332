import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { pollAfter } from '@/lib/api/query-client';
import type { Filters } from '../lib/filters';
import { bucketsKey } from './month-cache';
import { pollMs } from './use-timeline-months';

/** The months that hold anything; asked again every so often while `changing`. */
export function useTimelineBuckets(filters: Filters, changing: boolean, enabled = true) {
  return useQuery({
    enabled,
    queryKey: bucketsKey(filters),
    queryFn: ({ signal }) => {
      const params = { query: filters };
      return answer(
        api.GET('/api/v1/timeline/buckets', { params, signal } as { signal: AbortSignal }),
      );
    },
    refetchInterval: ({ state }) => (changing ? pollAfter(pollMs, state.error) : false),
  });
}
