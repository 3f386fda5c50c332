import { type FormEvent, useState } from 'react';
import { Button } from '@/components/button';
import { Notice } from '@/components/notice';
import { ProblemNotice } from '@/components/problem-notice';
import { Section } from '@/components/section';
import type { Me } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useChangePassword } from '../api/use-change-password';
import { isGoodPassword } from '../lib/password-rules';
import { useFieldErrors } from '../lib/use-field-errors';
import styles from './form.module.css';
import { NewPasswordField } from './new-password-field';
import { PasswordField } from './password-field';
import { Username } from './username';

const words = texts.settings;

function newPasswordFault(oldPassword: string, newPassword: string): string | false {
  if (!isGoodPassword(newPassword)) return texts.account.passwordWeak;
  return newPassword === oldPassword && words.passwordSame;
}

export function PasswordSection({ me }: { me: Me }) {
  const [oldPassword, setOldPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const change = useChangePassword();
  const fields = useFieldErrors(
    change.error,
    {
      oldPassword: oldPassword === '' && texts.account.passwordMissing,
      newPassword: newPasswordFault(oldPassword, newPassword),
    },
    { 'wrong-password': ['oldPassword', words.wrongPassword] },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!fields.check()) return;
    change.mutate(
      { email: me.email, oldPassword, newPassword },
      {
        onSuccess: () => {
          setOldPassword('');
          setNewPassword('');
          fields.reset();
        },
      },
    );
  }

  return (
    <Section title={words.password} lead={words.passwordLead}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <Username email={me.email} />
        <PasswordField
          {...fields.props('oldPassword', setOldPassword)}
          label={words.oldPassword}
          value={oldPassword}
          autoComplete="current-password"
        />
        <NewPasswordField
          {...fields.props('newPassword', setNewPassword)}
          label={texts.account.newPassword}
          value={newPassword}
        />
        <div>
          <Button type="submit" busy={change.isPending}>
            {words.changePassword}
          </Button>
        </div>
        <Notice>{change.isSuccess && words.passwordChanged}</Notice>
        {fields.rest && <ProblemNotice error={fields.rest} />}
      </form>
    </Section>
  );
}
