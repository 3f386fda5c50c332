import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { formatOffset } from '@/lib/format';
import { texts } from '@/lib/texts';
import { offsets } from '../../lib/dates';

/** What a clock showed, and how far it was from UTC, as far as that is known. */
export interface ClockReading {
  clock: string;
  utcOffsetMinutes: number | undefined;
}

interface ClockFieldsProps {
  value: ClockReading;
  error: string | undefined;
  onChange: (value: ClockReading) => void;
}

export function ClockFields({ value, error, onChange }: ClockFieldsProps) {
  const { utcOffsetMinutes } = value;
  const known =
    utcOffsetMinutes === undefined || offsets.includes(utcOffsetMinutes)
      ? offsets
      : [...offsets, utcOffsetMinutes].sort((a, b) => a - b);
  return (
    <>
      <TextField
        label={texts.editing.clock}
        hint={texts.editing.clockHint}
        error={error}
        type="datetime-local"
        step={1}
        value={value.clock}
        onChange={(event) => onChange({ ...value, clock: event.target.value })}
      />
      <SelectField
        label={texts.editing.offset}
        value={utcOffsetMinutes ?? ''}
        onChange={({ target }) =>
          onChange({
            ...value,
            utcOffsetMinutes: target.value === '' ? undefined : Number(target.value),
          })
        }
      >
        <option value="">{texts.editing.offsetUnknown}</option>
        {known.map((minutes) => (
          <option key={minutes} value={minutes}>
            {formatOffset(minutes)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
