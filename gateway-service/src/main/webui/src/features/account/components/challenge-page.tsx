import { useState } from 'react';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { Button } from '@/components/button';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { useChallenge } from '../api/use-challenge';
import { digitsOf, isCode } from '../lib/digits';
import { type GuestState, readGuestState } from '../lib/guest-state';
import { type Challenge, forgetChallenge, keptChallenge } from '../lib/kept-challenge';
import { useFieldErrors } from '../lib/use-field-errors';
import { CodeField } from './code-field';
import { GuestPage } from './guest-page';

function ChallengeForm({ challenge, state }: { challenge: Challenge; state: GuestState }) {
  const [code, setCode] = useState('');
  const respond = useChallenge();
  const navigate = useNavigate();
  const mismatch: ['code', string] = ['code', texts.account.challengeMismatch];
  const fields = useFieldErrors(
    respond.error,
    { code: !isCode(digitsOf(code)) && texts.account.codeMissing },
    { 'code-mismatch': mismatch, 'code-expired': mismatch },
  );

  function send(digits: string) {
    if (respond.isPending) return;
    respond.mutate(
      { ...challenge, code: digits },
      {
        onError: (error) => {
          const problem = toProblem(error);
          if (problem.code === 'code-mismatch') setCode('');
          if (problem.code !== 'challenge-expired') return;
          forgetChallenge();
          const next: GuestState = { ...state, email: challenge.email, notice: 'challengeExpired' };
          void navigate('/sign-in', { replace: true, state: next });
        },
      },
    );
  }

  /** The sixth digit is as good as the button. */
  function change(text: string) {
    setCode(text);
    const digits = digitsOf(text);
    if (isCode(digits) && digits !== digitsOf(code)) send(digits);
  }

  return (
    <GuestPage
      title={texts.account.challengeTitle}
      lead={texts.account.challengeLead(challenge.email)}
      notice={state.notice === 'passwordChanged' ? state.notice : undefined}
      error={fields.rest}
      onSubmit={() => {
        if (fields.check()) send(digitsOf(code));
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
      <CodeField {...fields.props('code', change)} value={code} autoFocus />
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
