import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '@/components/button';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { TextField } from '@/components/text-field';
import { session } from '@/lib/session/browser-session';
import { texts } from '@/lib/texts';
import { useMe } from '@/lib/use-me';
import { useDeleteAccount } from '../api/use-deletion';
import { type ClosedState } from '../lib/closed-state';
import { useFieldErrors } from '../lib/use-field-errors';
import styles from './delete-account-page.module.css';
import formStyles from './form.module.css';
import { PasswordField } from './password-field';
import { Username } from './username';

const words = texts.deletion;

export function DeleteAccountPage() {
  const [password, setPassword] = useState('');
  const [word, setWord] = useState('');
  const me = useMe();
  const deletion = useDeleteAccount();
  const navigate = useNavigate();
  const fields = useFieldErrors(
    deletion.error,
    {
      password: password === '' && texts.account.passwordMissing,
      word: word.trim().toLowerCase() !== words.word && words.typeMissing(words.word),
    },
    { 'wrong-password': ['password', texts.settings.wrongPassword] },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!fields.check()) return;
    deletion.mutate(password, {
      onSuccess: ({ receipt }) => {
        const state: ClosedState = { receipt, closed: session.getUser() };
        void navigate('/account-deletion', { replace: true, state });
      },
    });
  }

  return (
    <Page narrow title={words.title} lead={words.lead}>
      <div className={styles.goes}>
        <h2 className={styles.subtitle}>{words.goes}</h2>
        <ul className={styles.items}>
          {words.items.map((item) => (
            <li key={item} className={styles.item}>
              <Trash2 className={styles.icon} size={18} aria-hidden="true" />
              {item}
            </li>
          ))}
        </ul>
        <p>{words.keepFirst}</p>
      </div>
      <form className={formStyles.form} noValidate onSubmit={submit}>
        {me.data && <Username email={me.data.email} />}
        <PasswordField
          {...fields.props('password', setPassword)}
          hint={words.passwordHint}
          value={password}
          autoComplete="current-password"
        />
        <TextField
          {...fields.props('word', setWord)}
          label={words.type(words.word)}
          value={word}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={20}
          required
        />
        {fields.rest && <ProblemNotice error={fields.rest} />}
        <div className={formStyles.end}>
          <Button type="submit" look="dangerSolid" busy={deletion.isPending}>
            {words.confirm}
          </Button>
          <ButtonLink look="outline" to="/account">
            {words.keep}
          </ButtonLink>
        </div>
      </form>
    </Page>
  );
}
