import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import type { ChangeProfile } from '@/lib/api/contract';

export function useChangeProfile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangeProfile) => answer(api.PATCH('/api/v1/users/me', { body })),
    onSuccess: (me) => {
      queries.setQueryData(['me'], me);
    },
  });
}
