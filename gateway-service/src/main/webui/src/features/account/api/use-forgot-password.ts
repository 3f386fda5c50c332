import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer } from '@/lib/api/client';

export function useForgotPassword() {
  return useMutation({
    mutationFn: (email: string) =>
      answer(anonymousApi.POST('/api/v1/auth/forgot-password', { body: { email } })),
  });
}
