import { useMutation } from '@tanstack/react-query';
import { answer, awaitedAnonymousApi } from '@/lib/api/client';

export function useForgotPassword() {
  return useMutation({
    mutationFn: (email: string) =>
      answer(awaitedAnonymousApi.POST('/api/v1/auth/forgot-password', { body: { email } })),
  });
}
