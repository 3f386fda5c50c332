import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer } from '@/lib/api/client';
import type { SignUp } from '@/lib/api/contract';

export function useSignUp() {
  return useMutation({
    mutationFn: (body: SignUp) => answer(anonymousApi.POST('/api/v1/auth/sign-up', { body })),
  });
}
