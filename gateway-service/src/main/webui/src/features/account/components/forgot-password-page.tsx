import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Button } from '@/components/button';
import { texts } from '@/lib/texts';
import { useForgotPassword } from '../api/use-forgot-password';
import { looksLikeAddress } from '../lib/address';
import { type GuestState, readGuestState } from '../lib/guest-state';
import { useFieldErrors } from '../lib/use-field-errors';
import { AddressField } from './address-field';
import { GuestPage } from './guest-page';

export function ForgotPasswordPage() {
  const { notice, ...state } = readGuestState(useLocation().state);
  const [email, setEmail] = useState(state.email ?? '');
  const forgot = useForgotPassword();
  const navigate = useNavigate();
  const fields = useFieldErrors(forgot.error, {
    email: !looksLikeAddress(email) && texts.account.emailMissing,
  });

  function submit() {
    if (!fields.check()) return;
    const address = email.trim();
    forgot.mutate(address, {
      onSuccess: () => {
        const query = new URLSearchParams({ email: address }).toString();
        const next: GuestState = { ...state, notice: 'resetSent' };
        void navigate(`/reset-password?${query}`, { state: next });
      },
    });
  }

  return (
    <GuestPage
      title={texts.account.forgotTitle}
      lead={texts.account.forgotLead}
      notice={notice === 'resetRequired' ? notice : undefined}
      error={fields.rest}
      onSubmit={submit}
      footer={
        <>
          <p>
            {texts.account.haveCode}{' '}
            <Link to="/reset-password" state={state}>
              {texts.account.enterCode}
            </Link>
          </p>
          <p>
            {texts.account.remembered}{' '}
            <Link to="/sign-in" state={state}>
              {texts.account.signIn}
            </Link>
          </p>
        </>
      }
    >
      <AddressField {...fields.props('email', setEmail)} value={email} />
      <Button type="submit" busy={forgot.isPending}>
        {texts.account.forgotSend}
      </Button>
    </GuestPage>
  );
}
