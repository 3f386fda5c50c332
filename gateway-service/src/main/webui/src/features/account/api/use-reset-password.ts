import { useMutation } from '@tanstack/react-query';
import { answer, awaitedAnonymousApi } from '@/lib/api/client';

export function useResetPassword() {
  return useMutation({
    mutationFn: (body: { email: string; code: string; newPassword: string }) =>
      answer(awaitedAnonymousApi.POST('/api/v1/auth/reset-password', { body })),
  });
}
