import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';

export function useMedia(id: string) {
  return useQuery({
    queryKey: ['media', id],
    queryFn: () => answer(api.GET('/api/v1/media/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.state === 'PROCESSING' ? 1_500 : false),
  });
}
