import { useState } from 'react';
import { Button } from '@/components/button';
import { TextField } from '@/components/text-field';
import { formatDay, formatTime, localClock } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { DateChange, MediaChanges } from '../../api/media-calls';
import { clockValue, instantOf, shiftOf } from '../../lib/dates';
import type { Tile } from '@/components/media/tile';
import { Sheet } from '../sheet';
import { ClockFields, type ClockReading } from './clock-fields';
import styles from './editing.module.css';
import { Modes } from './modes';

export interface EditingDialogProps {
  tiles: readonly Tile[];
  onApply: (changes: MediaChanges, done: (count: number) => string) => void;
  onClose: () => void;
}

interface ShiftInput {
  days: string;
  hours: string;
  minutes: string;
  back: boolean;
}

function shiftMs({ days, hours, minutes, back }: ShiftInput): number | undefined {
  const [d, h, m] = [days, hours, minutes].map((value) => Number(value || 0));
  return shiftOf({ days: d ?? NaN, hours: h ?? NaN, minutes: m ?? NaN, back });
}

function tell(takenAt: string, utcOffsetMinutes: number | undefined, shift = 0): string {
  const clock = new Date(localClock(takenAt, utcOffsetMinutes).getTime() + shift);
  return `${formatDay(clock)}, ${formatTime(clock)}`;
}

interface ShiftFieldsProps {
  value: ShiftInput;
  example: Tile | undefined;
  onChange: (value: ShiftInput) => void;
}

function ShiftFields({ value, example, onChange }: ShiftFieldsProps) {
  const shift = shiftMs(value);
  return (
    <>
      <Modes
        label={texts.editing.direction}
        modes={{ later: texts.editing.later, earlier: texts.editing.earlier }}
        value={value.back ? 'earlier' : 'later'}
        onChange={(direction) => onChange({ ...value, back: direction === 'earlier' })}
      />
      <div className={styles.row}>
        {(['days', 'hours', 'minutes'] as const).map((part) => (
          <TextField
            key={part}
            label={texts.editing[part]}
            type="number"
            min={0}
            inputMode="numeric"
            value={value[part]}
            onChange={(event) => onChange({ ...value, [part]: event.target.value })}
          />
        ))}
      </div>
      <p className={styles.hint} role="status">
        {example && shift !== undefined
          ? texts.editing.example(
              tell(example.takenAt, example.utcOffsetMinutes),
              tell(example.takenAt, example.utcOffsetMinutes, shift),
            )
          : texts.editing.shiftHint}
      </p>
    </>
  );
}

/** Moves the dates of many by the same time, or gives them all the same. */
export function DateDialog({ tiles, onApply, onClose }: EditingDialogProps) {
  const first = tiles.at(-1);
  const [mode, setMode] = useState<'shift' | 'set'>('shift');
  const [shift, setShift] = useState<ShiftInput>({ days: '', hours: '', minutes: '', back: false });
  const [reading, setReading] = useState<ClockReading>({
    clock: first ? clockValue(first.takenAt, first.utcOffsetMinutes) : '',
    utcOffsetMinutes: first?.utcOffsetMinutes,
  });
  const [tried, setTried] = useState(false);

  function change(): DateChange | undefined {
    if (mode === 'shift') {
      const milliseconds = shiftMs(shift);
      return milliseconds === undefined ? undefined : { shiftMilliseconds: milliseconds };
    }
    const { clock, utcOffsetMinutes } = reading;
    const takenAt = instantOf(clock, utcOffsetMinutes);
    if (takenAt === undefined) return undefined;
    return { set: { takenAt, ...(utcOffsetMinutes !== undefined && { utcOffsetMinutes }) } };
  }

  const missing = tried && change() === undefined;
  return (
    <Sheet title={texts.editing.dateTitle(tiles.length)} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const takenAt = change();
          setTried(true);
          if (takenAt) onApply({ takenAt }, texts.library.dateChanged);
        }}
      >
        <Modes
          label={texts.editing.mode}
          modes={{ shift: texts.editing.shift, set: texts.editing.set }}
          value={mode}
          onChange={setMode}
        />
        {mode === 'shift' ? (
          <>
            <ShiftFields value={shift} example={first} onChange={setShift} />
            {missing && (
              <p className={styles.error} role="alert">
                {texts.editing.shiftMissing}
              </p>
            )}
          </>
        ) : (
          <>
            <p className={styles.hint}>{texts.editing.setHint}</p>
            <ClockFields
              value={reading}
              error={missing ? texts.editing.clockMissing : undefined}
              onChange={setReading}
            />
          </>
        )}
        <div className={styles.actions}>
          <Button look="outline" onClick={onClose}>
            {texts.app.cancel}
          </Button>
          <Button type="submit">{texts.editing.apply}</Button>
        </div>
      </form>
    </Sheet>
  );
}
