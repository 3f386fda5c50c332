import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Button } from '@/components/button';
import { toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { useSignIn } from '../api/use-sign-in';
import { looksLikeAddress } from '../lib/address';
import { type GuestState, readGuestState } from '../lib/guest-state';
import { keepCredentials } from '../lib/kept-credentials';
import { useFieldErrors } from '../lib/use-field-errors';
import { AddressField } from './address-field';
import { GuestPage } from './guest-page';
import { PasswordField } from './password-field';
import styles from './sign-in-page.module.css';

export function SignInPage() {
  const location = useLocation();
  const state = readGuestState(location.state);
  const [email, setEmail] = useState(state.email ?? '');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const navigate = useNavigate();
  const fields = useFieldErrors(signIn.error, {
    email: !looksLikeAddress(email) && texts.account.emailMissing,
    password: password === '' && texts.account.passwordMissing,
  });

  function submit() {
    if (!fields.check()) return;
    const credentials = { email: email.trim(), password };
    signIn.mutate(credentials, {
      onError: (error) => {
        const { code } = toProblem(error);
        const query = new URLSearchParams({ email: credentials.email }).toString();
        if (code === 'not-confirmed') {
          keepCredentials(credentials);
          void navigate(`/confirm?${query}`, { state: { ...state, notice: 'notConfirmed' } });
        } else if (code === 'password-reset-required') {
          const next: GuestState = { ...state, email: credentials.email, notice: 'resetRequired' };
          void navigate('/forgot-password', { state: next });
        }
      },
    });
  }

  return (
    <GuestPage
      title={texts.account.signInTitle}
      lead={texts.account.signInLead}
      notice={state.notice}
      error={fields.rest}
      onSubmit={submit}
      footer={
        <>
          <p>
            {texts.account.noAccount}{' '}
            <Link to="/sign-up" state={location.state}>
              {texts.account.signUp}
            </Link>
          </p>
          <p>
            {texts.account.haveCode}{' '}
            <Link to="/confirm" state={location.state}>
              {texts.account.enterCode}
            </Link>
          </p>
        </>
      }
    >
      <AddressField {...fields.props('email', setEmail)} value={email} />
      <PasswordField
        {...fields.props('password', setPassword)}
        value={password}
        autoComplete="current-password"
      />
      <p className={styles.forgot}>
        <Link to="/forgot-password" state={{ ...state, email: email.trim(), notice: undefined }}>
          {texts.account.forgotLink}
        </Link>
      </p>
      <Button type="submit" busy={signIn.isPending}>
        {texts.account.signIn}
      </Button>
    </GuestPage>
  );
}
