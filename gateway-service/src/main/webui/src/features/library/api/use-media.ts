import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { pollAfter } from '@/lib/api/query-client';

export function useMedia(id: string) {
  return useQuery({
    queryKey: ['media', id],
    queryFn: () => answer(api.GET('/api/v1/media/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.state === 'PROCESSING' ? pollAfter(1_500, state.error) : false,
  });
}
