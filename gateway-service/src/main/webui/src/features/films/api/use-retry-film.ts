import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';

export function useRetryFilm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.POST('/api/v1/videos/{id}/retry', { params: { path: { id } } })),
    onSuccess: (film) => {
      client.setQueryData(['film', film.id], film);
      return client.invalidateQueries({ queryKey: ['films'] });
    },
  });
}
