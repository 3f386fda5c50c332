import { useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { Button } from '@/components/button';
import { TextField } from '@/components/text-field';
import { texts } from '@/lib/texts';
import { useForgotPassword } from '../api/use-forgot-password';
import { useResetPassword } from '../api/use-reset-password';
import { useSignIn } from '../api/use-sign-in';
import { looksLikeAddress } from '../lib/address';
import { digitsOf, isCode } from '../lib/digits';
import { type GuestState, readGuestState } from '../lib/guest-state';
import { isGoodPassword } from '../lib/password-rules';
import { type KnownFaults, useFieldErrors } from '../lib/use-field-errors';
import { CodeField } from './code-field';
import { GuestPage } from './guest-page';
import { NewPasswordField } from './new-password-field';
import { ResendCode } from './resend-code';
import { Username } from './username';

const known: KnownFaults<'email' | 'code' | 'newPassword'> = {
  'code-mismatch': ['code', texts.account.codeMismatch],
  'code-expired': ['code', texts.account.codeExpired],
};

/** Needs nothing from the page before it: the code may have been asked for on another device. */
export function ResetPasswordPage() {
  const { notice, ...state } = readGuestState(useLocation().state);
  const [searchParams] = useSearchParams();
  const knownEmail = searchParams.get('email') ?? '';
  const [typedEmail, setTypedEmail] = useState(state.email ?? '');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const resend = useForgotPassword();
  const reset = useResetPassword();
  const signIn = useSignIn();
  const navigate = useNavigate();
  const email = (knownEmail || typedEmail).trim();
  const fields = useFieldErrors(
    reset.error,
    {
      email: !looksLikeAddress(email) && texts.account.emailMissing,
      code: !isCode(digitsOf(code)) && texts.account.codeMissing,
      newPassword: !isGoodPassword(password) && texts.account.passwordWeak,
    },
    known,
  );

  /** Straight in; where that doesn't go well, the page that asks for the password says more. */
  function enter() {
    const next: GuestState = { ...state, email, notice: 'passwordReset' };
    signIn.mutate(
      { email, password },
      { onError: () => void navigate('/sign-in', { replace: true, state: next }) },
    );
  }

  function submit() {
    if (!fields.check()) return;
    reset.mutate({ email, code: digitsOf(code), newPassword: password }, { onSuccess: enter });
  }

  return (
    <GuestPage
      title={texts.account.resetTitle}
      lead={knownEmail ? texts.account.resetLead(knownEmail) : texts.account.resetLeadPlain}
      notice={notice === 'resetSent' ? notice : undefined}
      error={fields.rest}
      onSubmit={submit}
      footer={
        <>
          <ResendCode email={email} resend={resend} />
          <p>
            {texts.account.otherAddress}{' '}
            <Link to="/forgot-password" state={state}>
              {texts.account.startAgain}
            </Link>
          </p>
        </>
      }
    >
      {knownEmail ? (
        <Username email={knownEmail} />
      ) : (
        <TextField
          {...fields.props('email', setTypedEmail)}
          label={texts.account.email}
          type="email"
          value={typedEmail}
          autoComplete="username"
          maxLength={254}
          required
        />
      )}
      <CodeField {...fields.props('code', setCode)} value={code} />
      <NewPasswordField
        {...fields.props('newPassword', setPassword)}
        label={texts.account.newPassword}
        value={password}
      />
      <p>{texts.account.resetEnds}</p>
      <Button type="submit" busy={reset.isPending || signIn.isPending}>
        {texts.account.setPassword}
      </Button>
    </GuestPage>
  );
}
