import { useState } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { Button } from '@/components/button';
import { texts } from '@/lib/texts';
import { useConfirm } from '../api/use-confirm';
import { useResendCode } from '../api/use-resend-code';
import { useSignIn } from '../api/use-sign-in';
import { looksLikeAddress } from '../lib/address';
import { readGuestState } from '../lib/guest-state';
import { takeCredentials } from '../lib/kept-credentials';
import { useFieldErrors } from '../lib/use-field-errors';
import { AddressField } from './address-field';
import { CodeField } from './code-field';
import { digitsOf } from '../lib/digits';
import { GuestPage } from './guest-page';
import { ResendCode } from './resend-code';

export function ConfirmPage() {
  const location = useLocation();
  const state = readGuestState(location.state);
  const [searchParams] = useSearchParams();
  const knownEmail = searchParams.get('email') ?? '';
  const [typedEmail, setTypedEmail] = useState('');
  const [code, setCode] = useState('');
  const confirm = useConfirm();
  const signIn = useSignIn();
  const navigate = useNavigate();
  const email = (knownEmail || typedEmail).trim();
  const digits = digitsOf(code);
  const fields = useFieldErrors(confirm.error, {
    email: !looksLikeAddress(email) && texts.account.emailMissing,
    code: digits.length !== 6 && texts.account.codeMissing,
  });

  function submit() {
    if (!fields.check()) return;
    confirm.mutate({ email, code: digits }, { onSuccess: enter });
  }

  /** Straight in while the password is at hand; else by the page that asks for it. */
  function enter() {
    const credentials = takeCredentials(email);
    const toSignIn = () =>
      void navigate('/sign-in', { replace: true, state: { ...state, email, notice: 'confirmed' } });
    if (credentials) signIn.mutate(credentials, { onError: toSignIn });
    else toSignIn();
  }

  return (
    <GuestPage
      title={texts.account.confirmTitle}
      lead={knownEmail ? texts.account.confirmLead(knownEmail) : texts.account.confirmLeadPlain}
      notice={state.notice === 'notConfirmed' ? 'notConfirmed' : undefined}
      error={fields.rest}
      onSubmit={submit}
      footer={
        <>
          <ResendCode email={email} resend={useResendCode()} />
          <p>
            {texts.account.otherAddress}{' '}
            <Link to="/sign-up" state={location.state}>
              {texts.account.startAgain}
            </Link>
          </p>
        </>
      }
    >
      {!knownEmail && <AddressField {...fields.props('email', setTypedEmail)} value={typedEmail} />}
      <CodeField {...fields.props('code', setCode)} value={code} />
      <Button type="submit" busy={confirm.isPending || signIn.isPending}>
        {texts.account.confirm}
      </Button>
    </GuestPage>
  );
}
