import { Check, Dot } from 'lucide-react';
import { texts } from '@/lib/texts';
import { checkPassword } from '../lib/password-rules';
import styles from './password-rules.module.css';

/** What a password must have, told before it fails and ticked off while one types. */
export function PasswordRules({ id, password }: { id: string; password: string }) {
  const checks = checkPassword(password).filter(({ rule, met }) => rule !== 'edges' || !met);
  return (
    <ul id={id} className={styles.rules}>
      {checks.map(({ rule, met }) => (
        <li key={rule} className={met ? styles.met : styles.unmet}>
          {met ? <Check size={16} aria-hidden="true" /> : <Dot size={16} aria-hidden="true" />}
          {texts.account.passwordRules[rule]}
          {password !== '' && (
            <span className="visually-hidden">
              {`, ${met ? texts.account.ruleMet : texts.account.ruleUnmet}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
