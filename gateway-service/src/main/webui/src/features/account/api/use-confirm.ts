import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer } from '@/lib/api/client';
import type { AuthSchemas } from '@/lib/api/contract';

export function useConfirm() {
  return useMutation({
    mutationFn: (body: AuthSchemas['Confirm']) =>
      answer(anonymousApi.POST('/api/v1/auth/confirm', { body })),
  });
}
