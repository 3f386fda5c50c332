import { Copy } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/components/button';
import { texts } from '@/lib/texts';
import styles from './totp-secret.module.css';

const words = texts.settings;

interface TotpSecretProps {
  secret: string;
  otpauthUri: string;
}

/** For whoever can't scan: the key to type or copy, and a link where the app is on this device. */
export function TotpSecret({ secret, otpauthUri }: TotpSecretProps) {
  const id = useId();
  const [copied, setCopied] = useState(false);
  // Absent where the page came over plain HTTP from another machine.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  return (
    <div className={styles.secret}>
      <p id={id}>{words.orType}</p>
      <code className={styles.key} aria-labelledby={id} translate="no">
        {/* In groups for the eye; what is selected and copied has no spaces. */}
        {secret.match(/.{1,4}/g)?.map((group, index) => (
          <span key={index} className={styles.group}>
            {group}
          </span>
        ))}
      </code>
      {clipboard && (
        <div className={styles.copy}>
          <Button
            look="outline"
            onClick={() => {
              clipboard.writeText(secret).then(
                () => {
                  setCopied(true);
                },
                () => {
                  setCopied(false);
                },
              );
            }}
          >
            <Copy size={16} aria-hidden="true" />
            {words.copy}
          </Button>
          <span role="status">{copied && words.copied}</span>
        </div>
      )}
      <p>
        <a href={otpauthUri}>{words.openApp}</a>
      </p>
    </div>
  );
}
