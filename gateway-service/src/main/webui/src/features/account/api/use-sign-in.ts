import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer } from '@/lib/api/client';
import { ProblemError } from '@/lib/problem';
import { session } from '@/lib/session/browser-session';
import { texts } from '@/lib/texts';
import type { Credentials } from '../lib/kept-credentials';

/** Begins the session; the pages for guests then lead on by themselves. */
export async function signIn({ email, password }: Credentials): Promise<void> {
  const result = await answer(
    anonymousApi.POST('/api/v1/auth/sign-in', { body: { email: email.trim(), password } }),
  );
  if (!('accessToken' in result)) {
    throw new ProblemError({
      code: 'challenge-unsupported',
      title: texts.problems.unexpectedTitle,
      status: 0,
      detail: texts.account.challenge,
      errors: [],
    });
  }
  session.adopt(result);
}

export function useSignIn() {
  return useMutation({ mutationFn: signIn });
}
