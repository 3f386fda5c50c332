import { useQuery } from '@tanstack/react-query';
import { answer, api } from './api/client';

export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: () => answer(api.GET('/api/v1/users/me')),
    staleTime: 5 * 60_000,
  });
}
