import { useQuery } from '@tanstack/react-query';
import { pollAfter } from '@/lib/api/query-client';
import { fetchMedia } from './media-calls';

export function useMedia(id: string, enabled = true) {
  return useQuery({
    queryKey: ['media', id],
    queryFn: () => fetchMedia(id),
    enabled,
    refetchInterval: ({ state }) =>
      state.data?.state === 'PROCESSING' ? pollAfter(1_500, state.error) : false,
  });
}
