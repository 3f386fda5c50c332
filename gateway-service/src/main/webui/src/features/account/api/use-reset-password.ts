import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer } from '@/lib/api/client';

export function useResetPassword() {
  return useMutation({
    mutationFn: (body: { email: string; code: string; newPassword: string }) =>
      answer(anonymousApi.POST('/api/v1/auth/reset-password', { body })),
  });
}
