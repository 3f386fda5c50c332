import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer } from '@/lib/api/client';

export function useResendCode() {
  return useMutation({
    mutationFn: (email: string) =>
      answer(anonymousApi.POST('/api/v1/auth/resend-code', { body: { email } })),
  });
}
