import { useId } from 'react';
import styles from './editing.module.css';

interface ModesProps<T extends string> {
  label: string;
  modes: Readonly<Record<T, string>>;
  value: T;
  onChange: (value: T) => void;
}

/** A choice of a few, all in sight. */
export function Modes<T extends string>({ label, modes, value, onChange }: ModesProps<T>) {
  const name = useId();
  return (
    <div className={styles.modes} role="radiogroup" aria-label={label}>
      {(Object.keys(modes) as T[]).map((mode) => (
        <label key={mode} className={styles.mode}>
          <input
            type="radio"
            name={name}
            checked={mode === value}
            onChange={() => onChange(mode)}
          />
          {modes[mode]}
        </label>
      ))}
    </div>
  );
}
