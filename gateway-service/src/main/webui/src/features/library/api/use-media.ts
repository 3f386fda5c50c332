import { useQuery } from '@tanstack/react-query';
import { pollAfter } from '@/lib/api/query-client';
import { fetchMedia } from './media-calls';

export function useMedia(id: string) {
  return useQuery({
    queryKey: ['media', id],
    queryFn: () => fetchMedia(id),
    refetchInterval: ({ state }) =>
      state.data?.state === 'PROCESSING' ? pollAfter(1_500, state.error) : false,
  });
}
