import { type ChangeEvent, type FormEvent, useState } from 'react';
import { Button } from '@/components/button';
import { Notice } from '@/components/notice';
import { ProblemNotice } from '@/components/problem-notice';
import { Section } from '@/components/section';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import type { Me } from '@/lib/api/contract';
import { texts } from '@/lib/texts';
import { useChangeProfile } from '../api/use-change-profile';
import { languages } from '../lib/languages';
import { useFieldErrors } from '../lib/use-field-errors';
import { deviceZone, placeOf, zonesByRegion } from '../lib/zones';
import styles from './form.module.css';

const words = texts.settings;

interface ChoiceProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function LanguageField({ value, error, onChange }: ChoiceProps) {
  const [choices] = useState(() => languages(value));
  return (
    <SelectField label={words.language} value={value} error={error} onChange={chosen(onChange)}>
      {choices.map(({ tag, name }) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function TimeZoneField({ value, error, onChange }: ChoiceProps) {
  const [regions] = useState(() => zonesByRegion(value));
  const suggested = deviceZone();
  return (
    <>
      <SelectField
        label={words.timeZone}
        hint={words.timeZoneHint}
        value={value}
        error={error}
        onChange={chosen(onChange)}
      >
        {[...regions].map(([region, zones]) => (
          <optgroup key={region} label={region}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {placeOf(zone)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      {suggested !== value && (
        <div>
          <Button
            look="outline"
            onClick={() => {
              onChange(suggested);
            }}
          >
            {words.useTimeZone(suggested.replaceAll('_', ' '))}
          </Button>
        </div>
      )}
    </>
  );
}

function chosen(onChange: (value: string) => void) {
  return (event: ChangeEvent<HTMLSelectElement>) => {
    onChange(event.target.value);
  };
}

/** What is saved is what was changed: another tab may have changed the rest. */
function changesOf(me: Me, wanted: Pick<Me, 'displayName' | 'locale' | 'timeZone'>) {
  const entries = Object.entries(wanted) as [keyof typeof wanted, string][];
  return Object.fromEntries(entries.filter(([name, value]) => me[name] !== value));
}

export function ProfileSection({ me }: { me: Me }) {
  const [displayName, setDisplayName] = useState(me.displayName);
  const [locale, setLocale] = useState(me.locale);
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const change = useChangeProfile();
  const fields = useFieldErrors(change.error, {
    displayName: displayName.trim() === '' && texts.account.nameMissing,
    locale: false,
    timeZone: false,
  });
  const changes = changesOf(me, { displayName: displayName.trim(), locale, timeZone });
  const changed = Object.keys(changes).length > 0;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (fields.check() && changed) change.mutate(changes);
  }

  return (
    <Section title={words.profile}>
      <form className={styles.form} noValidate onSubmit={submit}>
        <TextField
          {...fields.props('displayName', setDisplayName)}
          label={texts.account.name}
          value={displayName}
          autoComplete="name"
          maxLength={100}
          required
        />
        <TextField
          label={texts.account.email}
          hint={words.emailHint}
          type="email"
          value={me.email}
          readOnly
        />
        <LanguageField
          value={locale}
          error={fields.props('locale', setLocale).error}
          onChange={setLocale}
        />
        <TimeZoneField
          value={timeZone}
          error={fields.props('timeZone', setTimeZone).error}
          onChange={setTimeZone}
        />
        <div>
          <Button type="submit" busy={change.isPending} disabled={!changed}>
            {words.save}
          </Button>
        </div>
        <Notice>{change.isSuccess && !changed && words.saved}</Notice>
        {fields.rest && <ProblemNotice error={fields.rest} />}
      </form>
    </Section>
  );
}
