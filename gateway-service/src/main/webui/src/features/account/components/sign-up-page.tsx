import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Button } from '@/components/button';
import { TextField } from '@/components/text-field';
import { texts } from '@/lib/texts';
import { useSignUp } from '../api/use-sign-up';
import { looksLikeAddress } from '../lib/address';
import { keepCredentials } from '../lib/kept-credentials';
import { isGoodPassword } from '../lib/password-rules';
import { useFieldErrors } from '../lib/use-field-errors';
import { AddressField } from './address-field';
import { GuestPage } from './guest-page';
import { NewPasswordField } from './new-password-field';

export function SignUpPage() {
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signUp = useSignUp();
  const navigate = useNavigate();
  const location = useLocation();
  const fields = useFieldErrors(signUp.error, {
    displayName: displayName.trim() === '' && texts.account.nameMissing,
    email: !looksLikeAddress(email) && texts.account.emailMissing,
    password: !isGoodPassword(password) && texts.account.passwordWeak,
  });

  function submit() {
    if (!fields.check()) return;
    const address = email.trim();
    signUp.mutate(
      {
        displayName: displayName.trim(),
        email: address,
        password,
        locale: navigator.language,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      {
        onSuccess: () => {
          keepCredentials({ email: address, password });
          void navigate(`/confirm?${new URLSearchParams({ email: address }).toString()}`, {
            state: location.state,
          });
        },
      },
    );
  }

  return (
    <GuestPage
      title={texts.account.signUpTitle}
      lead={texts.account.signUpLead}
      error={fields.rest}
      onSubmit={submit}
      footer={
        <p>
          {texts.account.haveAccount}{' '}
          <Link to="/sign-in" state={location.state}>
            {texts.account.signIn}
          </Link>
        </p>
      }
    >
      <TextField
        {...fields.props('displayName', setDisplayName)}
        label={texts.account.name}
        value={displayName}
        autoComplete="name"
        maxLength={100}
        required
      />
      <AddressField {...fields.props('email', setEmail)} value={email} autoComplete="email" />
      <NewPasswordField {...fields.props('password', setPassword)} value={password} />
      <Button type="submit" busy={signUp.isPending}>
        {texts.account.signUp}
      </Button>
    </GuestPage>
  );
}
