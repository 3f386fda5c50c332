import { type ComponentProps, useId } from 'react';
import { PasswordField } from './password-field';
import { PasswordRules } from './password-rules';

type NewPasswordFieldProps = Omit<ComponentProps<typeof PasswordField>, 'value'> & {
  value: string;
};

/** A password to be, and under it what it must have. */
export function NewPasswordField({ value, ...props }: NewPasswordFieldProps) {
  const id = useId();
  return (
    <>
      <PasswordField
        {...props}
        id={`${id}password`}
        aria-describedby={`${id}password-note ${id}rules`}
        value={value}
        autoComplete="new-password"
      />
      <PasswordRules id={`${id}rules`} password={value} />
    </>
  );
}
