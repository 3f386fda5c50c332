import { useId } from 'react';
import styles from './choice.module.css';

interface ChoiceProps<T extends string> {
  label: string;
  values: readonly T[];
  names: Readonly<Record<T, string>>;
  value: T;
  onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({
  label,
  values,
  names,
  value,
  onChange,
}: ChoiceProps<T>) {
  const group = useId();
  return (
    <fieldset>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.options}>
        {values.map((each) => (
          <label key={each} className={styles.option}>
            <input
              className="visually-hidden"
              type="radio"
              name={group}
              value={each}
              checked={each === value}
              onChange={() => onChange(each)}
            />
            {names[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
