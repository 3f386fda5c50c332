import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import type { CreateVideo } from '@/lib/api/contract';

export function useCreateFilm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateVideo) => answer(api.POST('/api/v1/videos', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['films'] }),
  });
}
