import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { TextField } from '@/components/text-field';
import { texts } from '@/lib/texts';
import styles from './password-field.module.css';

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'label' | 'type'> & {
  label?: string;
};

/** A password, hidden until one asks to see it. */
export function PasswordField({ label = texts.account.password, ...props }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <TextField
      {...props}
      label={label}
      maxLength={256}
      required
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      trailing={
        <button
          type="button"
          className={styles.toggle}
          onClick={() => {
            setShown(!shown);
          }}
        >
          <Icon size={20} aria-hidden="true" />
          <span className="visually-hidden">
            {shown ? texts.account.hidePassword : texts.account.showPassword}
          </span>
        </button>
      }
    />
  );
}
