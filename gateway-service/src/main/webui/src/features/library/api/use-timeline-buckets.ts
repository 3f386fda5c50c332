import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { pollAfter } from '@/lib/api/query-client';
import { pollMs } from './use-timeline-months';

/** The months that hold anything; asked again every so often while `changing`. */
export function useTimelineBuckets(changing: boolean) {
  return useQuery({
    queryKey: ['timeline', 'buckets'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/timeline/buckets', { signal })),
    refetchInterval: ({ state }) => (changing ? pollAfter(pollMs, state.error) : false),
  });
}
