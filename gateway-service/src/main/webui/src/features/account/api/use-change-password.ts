import { useMutation } from '@tanstack/react-query';
import { anonymousApi, answer } from '@/lib/api/client';
import { session } from '@/lib/session/browser-session';
import { tokensOf } from '../lib/sign-in-answer';

interface Passwords {
  email: string;
  oldPassword: string;
  newPassword: string;
}

/** Ends every session. A fresh one goes on here; with two-step sign-in, once its code is given. */
export function useChangePassword() {
  return useMutation({
    mutationFn: async ({ email, ...body }: Passwords) => {
      const signedIn = await session.exchange(async (token) => {
        const headers = { Authorization: `Bearer ${token}` };
        const call = anonymousApi.POST('/api/v1/auth/change-password', { body, headers });
        return tokensOf(await answer(call), email);
      });
      if (!signedIn) session.end('challenged');
    },
  });
}
