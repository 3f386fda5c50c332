import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer } from '@/lib/api/client';
import { session } from '@/lib/session/browser-session';
import { type Challenge, forgetChallenge } from '../lib/kept-challenge';

/** Begins the session with the code that was due. */
export function useChallenge() {
  return useMutation({
    mutationFn: async (body: Challenge & { code: string }) => {
      await session.begin(() => answer(anonymousApi.POST('/api/v1/auth/challenge', { body })));
      forgetChallenge();
    },
  });
}
