import { ShieldCheck, ShieldOff } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Badge } from '@/components/badge';
import { Button, ButtonLink } from '@/components/button';
import { Notice } from '@/components/notice';
import { ProblemNotice } from '@/components/problem-notice';
import { Section } from '@/components/section';
import type { Me } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useTurnOffTotp } from '../api/use-totp';
import { useFieldErrors } from '../lib/use-field-errors';
import styles from './form.module.css';
import { PasswordField } from './password-field';
import { Username } from './username';

const words = texts.settings;

function State({ on }: { on: boolean }) {
  const Icon = on ? ShieldCheck : ShieldOff;
  return (
    <Badge tone={on ? 'good' : 'plain'}>
      <Icon size={16} aria-hidden="true" />
      {on ? words.twoStepOn : words.twoStepOff}
    </Badge>
  );
}

interface TurnOffProps {
  email: string;
  onCancel: () => void;
  onDone: () => void;
}

function TurnOffForm({ email, onCancel, onDone }: TurnOffProps) {
  const [password, setPassword] = useState('');
  const turnOff = useTurnOffTotp();
  const fields = useFieldErrors(
    turnOff.error,
    { password: password === '' && texts.account.passwordMissing },
    { 'wrong-password': ['password', words.wrongPassword] },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (fields.check()) turnOff.mutate(password, { onSuccess: onDone });
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <p>{words.turnOffLead}</p>
      <Username email={email} />
      {/* Shown by the button that was just pressed, and gone with it. */}
      <PasswordField
        {...fields.props('password', setPassword)}
        value={password}
        autoComplete="current-password"
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <div className={styles.end}>
        <Button type="submit" look="dangerSolid" busy={turnOff.isPending}>
          {words.turnOff}
        </Button>
        <Button look="outline" onClick={onCancel}>
          {texts.app.cancel}
        </Button>
      </div>
      {fields.rest && <ProblemNotice error={fields.rest} />}
    </form>
  );
}

export function TwoStepSection({ me }: { me: Me }) {
  const [asking, setAsking] = useState(false);
  const [turnedOff, setTurnedOff] = useState(false);
  const on = me.mfaEnabled;
  return (
    <Section
      title={words.twoStep}
      lead={on ? words.twoStepOnLead : words.twoStepOffLead}
      aside={<State on={on} />}
    >
      {!on && (
        <div>
          <ButtonLink look="outline" to="/account/two-step">
            {words.setUp}
          </ButtonLink>
        </div>
      )}
      {on && !asking && (
        <div>
          <Button
            look="outline"
            onClick={() => {
              setAsking(true);
            }}
          >
            {words.turnOff}
          </Button>
        </div>
      )}
      {on && asking && (
        <TurnOffForm
          email={me.email}
          onCancel={() => {
            setAsking(false);
          }}
          onDone={() => {
            setAsking(false);
            setTurnedOff(true);
          }}
        />
      )}
      <Notice>{turnedOff && !on && words.turnedOff}</Notice>
    </Section>
  );
}
