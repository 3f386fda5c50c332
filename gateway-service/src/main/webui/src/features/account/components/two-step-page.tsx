import { Navigate } from 'react-router';
import type { FormEvent } from 'react';
import { Button, ButtonLink } from '@/components/button';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { texts } from '@/lib/texts';
import { useMe } from '@/lib/use-me';
import { useNewTotp, useVerifyTotp } from '../api/use-totp';
import { isCode } from '../lib/digits';
import type { GuestState } from '../lib/guest-state';
import { useCode } from '../lib/use-code';
import { useFieldErrors } from '../lib/use-field-errors';
import { CodeField } from './code-field';
import formStyles from './form.module.css';
import { QrCode } from './qr-code';
import { TotpSecret } from './totp-secret';
import styles from './two-step-page.module.css';

const words = texts.settings;

function ProofForm() {
  const verify = useVerifyTotp();
  const code = useCode(send);
  const mismatch: ['code', string] = ['code', texts.account.challengeMismatch];
  const fields = useFieldErrors(
    verify.error,
    { code: !isCode(code.digits) && texts.account.codeMissing },
    { 'code-mismatch': mismatch, 'code-expired': mismatch },
  );

  function send(digits: string) {
    if (verify.isPending) return;
    verify.mutate(digits);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (fields.check()) send(code.digits);
  }

  return (
    <form className={formStyles.form} noValidate onSubmit={submit}>
      <CodeField {...fields.props('code', code.change)} value={code.text} />
      <div>
        <Button type="submit" busy={verify.isPending}>
          {words.turnOn}
        </Button>
      </div>
      {fields.rest && <ProblemNotice error={fields.rest} />}
    </form>
  );
}

function SetUp() {
  const totp = useNewTotp();
  if (totp.isPending) return <Waiting />;
  if (!totp.data) return <ProblemNotice error={totp.error} onRetry={() => void totp.refetch()} />;
  const { secret, otpauthUri } = totp.data;
  return (
    <ol className={styles.steps}>
      <li className={styles.step}>
        <h2 className={styles.title}>{words.scan}</h2>
        <div className={styles.scan}>
          <QrCode text={otpauthUri} />
          <TotpSecret secret={secret} otpauthUri={otpauthUri} />
        </div>
      </li>
      <li className={styles.step}>
        <h2 className={styles.title}>{words.prove}</h2>
        <ProofForm />
      </li>
    </ol>
  );
}

export function TwoStepPage() {
  const me = useMe();
  // By this page, or by another tab: there is nothing to set up any more.
  if (me.data?.mfaEnabled) {
    const state: GuestState = { notice: 'twoStepOn' };
    return <Navigate to="/account" replace state={state} />;
  }
  return (
    <Page
      narrow
      title={words.setUpTitle}
      lead={words.setUpLead}
      action={
        <ButtonLink look="plain" to="/account">
          {texts.app.cancel}
        </ButtonLink>
      }
    >
      {me.isPending ? <Waiting /> : <SetUp />}
    </Page>
  );
}
