import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer } from '@/lib/api/client';

export function useConfirm() {
  return useMutation({
    mutationFn: (body: { email: string; code: string }) =>
      answer(anonymousApi.POST('/api/v1/auth/confirm', { body })),
  });
}
