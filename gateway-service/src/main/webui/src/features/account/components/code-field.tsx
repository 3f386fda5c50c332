import { type ComponentProps } from 'react';
import { TextField } from '@/components/text-field';
import { texts } from '@/lib/texts';

type CodeFieldProps = Omit<ComponentProps<typeof TextField>, 'label' | 'type'>;

/** Six digits, typed, pasted with spaces, or filled in by the device. */
export function CodeField(props: CodeFieldProps) {
  return (
    <TextField
      label={texts.account.code}
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCorrect="off"
      spellCheck={false}
      maxLength={12}
      required
      {...props}
    />
  );
}
