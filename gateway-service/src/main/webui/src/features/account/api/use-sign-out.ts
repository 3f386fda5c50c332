import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer, api } from '@/lib/api/client';
import { session } from '@/lib/session/browser-session';

/** Ends the session at the server, then in every tab; a failure leaves one signed in, and says so. */
export function useSignOut() {
  return useMutation({
    mutationFn: () =>
      session.leave(() => answer(anonymousApi.POST('/api/v1/auth/sign-out', { body: {} }))),
  });
}

/** Ends every session of the account, this one too. */
export function useSignOutEverywhere() {
  return useMutation({
    mutationFn: async () => {
      await answer(api.POST('/api/v1/auth/sign-out-everywhere'));
      session.end('left-everywhere');
    },
  });
}
