import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';

/** The months that hold anything; asked again every so often while `changing`. */
export function useTimelineBuckets(changing: boolean) {
  return useQuery({
    queryKey: ['timeline', 'buckets'],
    queryFn: () => answer(api.GET('/api/v1/timeline/buckets')),
    refetchInterval: changing ? 1_500 : false,
  });
}
