import { useState } from 'react';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { Button } from '@/components/button';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { useChallenge } from '../api/use-challenge';
import { isCode } from '../lib/digits';
import { type GuestState, readGuestState } from '../lib/guest-state';
import { type Challenge, forgetChallenge, keptChallenge } from '../lib/kept-challenge';
import { useCode } from '../lib/use-code';
import { useFieldErrors } from '../lib/use-field-errors';
import { CodeField } from './code-field';
import { GuestPage } from './guest-page';

function ChallengeForm({ challenge, state }: { challenge: Challenge; state: GuestState }) {
  const respond = useChallenge();
  const navigate = useNavigate();
  const code = useCode(send);
  const mismatch: ['code', string] = ['code', texts.account.challengeMismatch];
  const fields = useFieldErrors(
    respond.error,
    { code: !isCode(code.digits) && texts.account.codeMissing },
    { 'code-mismatch': mismatch, 'code-expired': mismatch },
  );

  function send(digits: string) {
    if (respond.isPending) return;
    respond.mutate(
      { ...challenge, code: digits },
      {
        onError: (error) => {
          const problem = toProblem(error);
          if (problem.code === 'code-mismatch') code.clear();
          if (problem.code !== 'challenge-expired') return;
          forgetChallenge();
          const next: GuestState = { ...state, email: challenge.email, notice: 'challengeExpired' };
          void navigate('/sign-in', { replace: true, state: next });
        },
      },
    );
  }

  return (
    <GuestPage
      title={texts.account.challengeTitle}
      lead={texts.account.challengeLead(challenge.email)}
      notice={state.notice === 'passwordChanged' ? state.notice : undefined}
      error={fields.rest}
      onSubmit={() => {
        if (fields.check()) send(code.digits);
      }}
      footer={
        <p>
          {texts.account.otherAccount}{' '}
          <Link to="/sign-in" state={state}>
            {texts.account.startAgain}
          </Link>
        </p>
      }
    >
      {/* The page is about this one field: whoever comes here wants to type. */}
      {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
      <CodeField {...fields.props('code', code.change)} value={code.text} autoFocus />
      <Button type="submit" busy={respond.isPending}>
        {texts.account.signIn}
      </Button>
    </GuestPage>
  );
}

/** The second step of a sign-in. After a reload the first is due again. */
export function ChallengePage() {
  const state = readGuestState(useLocation().state);
  const [challenge] = useState(keptChallenge);
  if (challenge) return <ChallengeForm challenge={challenge} state={state} />;
  const next: GuestState = { ...state, notice: 'challengeGone' };
  return <Navigate to="/sign-in" replace state={next} />;
}
