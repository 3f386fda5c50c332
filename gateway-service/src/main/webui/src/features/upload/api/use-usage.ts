import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';

export function useUsage() {
  return useQuery({
    queryKey: ['usage'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/usage', { signal })),
  });
}
