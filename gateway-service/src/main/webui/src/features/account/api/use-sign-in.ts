import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import { anonymousApi, answer } from '@/lib/api/client';
import { session } from '@/lib/session/browser-session';
import { readGuestState } from '../lib/guest-state';
import type { Credentials } from '../lib/kept-credentials';
import { tokensOf } from '../lib/sign-in-answer';

/** Begins the session, or keeps the challenge that stands before it. */
function signIn({ email, password }: Credentials): Promise<boolean> {
  const body = { email: email.trim(), password };
  return session.begin(async () =>
    tokensOf(await answer(anonymousApi.POST('/api/v1/auth/sign-in', { body })), body.email),
  );
}

/** Once signed in, the pages for guests lead on by themselves; a challenge has a page of its own. */
export function useSignIn() {
  const navigate = useNavigate();
  const { state } = useLocation();
  return useMutation({
    mutationFn: signIn,
    onSuccess: (signedIn) => {
      if (signedIn) return;
      const { wanted, whose } = readGuestState(state);
      void navigate('/sign-in/code', { state: { wanted, whose } });
    },
  });
}
