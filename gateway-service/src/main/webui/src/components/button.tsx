import { type ComponentProps, type ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';

type Look = 'solid' | 'outline' | 'plain' | 'danger' | 'dangerSolid';

interface Looks {
  look?: Look;
  busy?: boolean;
}

function classOf(look: Look, extra?: string): string {
  return [styles.button, styles[look], extra].filter(Boolean).join(' ');
}

export function Button({
  look = 'solid',
  busy = false,
  className,
  disabled,
  children,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Looks) {
  return (
    <button
      type={type}
      className={classOf(look, className)}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy && <span className={styles.spinner} aria-hidden="true" />}
      {children}
    </button>
  );
}

export function ButtonLink({ look = 'solid', className, ...rest }: LinkProps & Looks) {
  return <Link className={classOf(look, className)} {...rest} />;
}

interface IconButtonProps extends ComponentProps<'button'> {
  label: string;
  icon: ReactNode;
}

/** A button that shows only an icon; its label is its name and its tooltip. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={[styles.icon, className].filter(Boolean).join(' ')}
      {...rest}
    >
      {icon}
    </button>
  );
}
