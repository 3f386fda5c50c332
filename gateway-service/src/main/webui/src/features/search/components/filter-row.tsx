import { Archive, Heart } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { texts } from '@/lib/texts';
import { type Filters, isTurned } from '../lib/filters';
import styles from './filter-row.module.css';

const words = texts.search;
const kinds = [undefined, 'PHOTO', 'VIDEO', 'SOUND'] as const;

interface FilterRowProps {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}

function Kinds({ filters, onChange }: FilterRowProps) {
  const name = useId();
  return (
    <fieldset className={styles.kinds}>
      <legend className="visually-hidden">{words.kind}</legend>
      {kinds.map((kind) => (
        <label key={kind ?? 'any'} className={styles.kind}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={filters.kind === kind}
            onChange={() => onChange({ kind })}
          />
          {kind ? words.kinds[kind] : words.anyKind}
        </label>
      ))}
    </fieldset>
  );
}

interface SwitchProps {
  on: boolean;
  label: string;
  icon: ReactNode;
  onChange: (on: boolean) => void;
}

function Switch({ on, label, icon, onChange }: SwitchProps) {
  return (
    <button type="button" className={styles.switch} aria-pressed={on} onClick={() => onChange(!on)}>
      {icon}
      {label}
    </button>
  );
}

function Days({ filters, onChange }: FilterRowProps) {
  const turned = isTurned(filters);
  const id = useId();
  return (
    <div className={styles.days} role="group" aria-label={words.dates}>
      {(['from', 'to'] as const).map((side) => (
        <label key={side} className={styles.day}>
          <span>{words[side]}</span>
          <input
            type="date"
            value={filters[side]}
            min="1800-01-01"
            max="9999-12-31"
            aria-invalid={turned || undefined}
            aria-describedby={turned ? id : undefined}
            onChange={(event) => onChange({ [side]: event.target.value })}
          />
        </label>
      ))}
      {turned && (
        <p id={id} className={styles.turned} role="alert">
          {words.datesTurned}
        </p>
      )}
    </div>
  );
}

/** What else can be asked for than words: kind, favourites, the archive, days. */
export function FilterRow({ filters, onChange }: FilterRowProps) {
  return (
    <div className={styles.row} role="group" aria-label={words.filters}>
      <Kinds filters={filters} onChange={onChange} />
      <Switch
        on={filters.favorite}
        label={words.favorite}
        icon={<Heart size={16} aria-hidden="true" />}
        onChange={(favorite) => onChange({ favorite })}
      />
      <Switch
        on={filters.archived}
        label={words.archived}
        icon={<Archive size={16} aria-hidden="true" />}
        onChange={(archived) => onChange({ archived })}
      />
      <Days filters={filters} onChange={onChange} />
    </div>
  );
}
