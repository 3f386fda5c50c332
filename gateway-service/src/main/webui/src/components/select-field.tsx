import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import styles from './text-field.module.css';

interface SelectFieldProps extends ComponentProps<'select'> {
  label: string;
  hint?: string;
  error?: string | undefined;
}

/** A labelled choice from a list, in the looks of a text field. */
export function SelectField({ label, hint, error, children, ...rest }: SelectFieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box} data-invalid={error ? true : undefined}>
        <select
          id={id}
          className={styles.select}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          {...rest}
        >
          {children}
        </select>
        <ChevronDown className={styles.arrow} size={18} aria-hidden="true" />
      </div>
      {note && (
        <p id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {note}
        </p>
      )}
    </div>
  );
}
