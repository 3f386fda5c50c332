import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { isInTheMaking } from '../lib/film';

/** One film; asked again every second while it is being made. */
export function useFilm(id: string) {
  return useQuery({
    queryKey: ['film', id],
    queryFn: () => answer(api.GET('/api/v1/videos/{id}', { params: { path: { id } } })),
    refetchInterval: (query) =>
      query.state.data && isInTheMaking(query.state.data) ? 1_000 : false,
    // A fresh signature would start the player anew.
    refetchOnWindowFocus: false,
  });
}
