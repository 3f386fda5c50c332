import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';

/** Cancels a film in the making, deletes one at rest. */
export function useDeleteFilm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE('/api/v1/videos/{id}', { params: { path: { id } } })),
    onSuccess: (_, id) => {
      void client.invalidateQueries({ queryKey: ['film', id] });
      return client.invalidateQueries({ queryKey: ['films'] });
    },
  });
}
