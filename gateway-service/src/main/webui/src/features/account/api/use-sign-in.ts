import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import { anonymousApi, answer } from '@/lib/api/client';
import { session } from '@/lib/session/browser-session';
import { readGuestState } from '../lib/guest-state';
import type { Credentials } from '../lib/kept-credentials';
import { keepChallenge } from '../lib/kept-challenge';

/** Begins the session, or keeps the challenge that stands before it. */
async function signIn({ email, password }: Credentials): Promise<'in' | 'challenged'> {
  let outcome: 'in' | 'challenged' = 'in';
  await session.begin(async () => {
    const result = await answer(
      anonymousApi.POST('/api/v1/auth/sign-in', { body: { email: email.trim(), password } }),
    );
    if ('accessToken' in result) return result;
    outcome = 'challenged';
    keepChallenge({ email: email.trim(), session: result.session });
    return undefined;
  });
  return outcome;
}

/** Once signed in, the pages for guests lead on by themselves; a challenge has a page of its own. */
export function useSignIn() {
  const navigate = useNavigate();
  const { state } = useLocation();
  return useMutation({
    mutationFn: signIn,
    onSuccess: (outcome) => {
      if (outcome === 'in') return;
      const { wanted, whose } = readGuestState(state);
      void navigate('/sign-in/code', { state: { wanted, whose } });
    },
  });
}
