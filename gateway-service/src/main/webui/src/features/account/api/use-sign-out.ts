import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer } from '@/lib/api/client';
import { session } from '@/lib/session/browser-session';

/** Ends the session at the server, then in every tab; a failure leaves one signed in, and says so. */
export function useSignOut() {
  return useMutation({
    mutationFn: async () => {
      await answer(anonymousApi.POST('/api/v1/auth/sign-out', { body: {} }));
      session.end();
    },
  });
}
