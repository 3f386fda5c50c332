import { type ComponentProps } from 'react';
import { TextField } from '@/components/text-field';
import { texts } from '@/lib/texts';

type AddressFieldProps = Omit<ComponentProps<typeof TextField>, 'label' | 'type'>;

/** The e-mail address that an account goes by; what is kept with a password fills it in. */
export function AddressField(props: AddressFieldProps) {
  return (
    <TextField
      label={texts.account.email}
      type="email"
      autoComplete="username"
      maxLength={254}
      required
      {...props}
    />
  );
}
