import { CircleUserRound, LogOut, UserRoundCog, Users } from 'lucide-react';
import { type MouseEvent, useId } from 'react';
import { Button, ButtonLink, IconButton } from '@/components/button';
import { ProblemNotice } from '@/components/problem-notice';
import { isStaff } from '@/lib/staff';
import { texts } from '@/lib/texts';
import { type Theme, setTheme, useTheme } from '@/lib/theme';
import { useMe } from '@/lib/use-me';
import { useSignOut } from '../api/use-sign-out';
import styles from './account-menu.module.css';

const themes: Theme[] = ['system', 'light', 'dark'];

function ThemeChoice() {
  const chosen = useTheme();
  const name = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{texts.app.theme}</legend>
      <div className={styles.themes}>
        {themes.map((theme) => (
          <label key={theme} className={styles.theme}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={theme === chosen}
              onChange={() => {
                setTheme(theme);
              }}
            />
            {texts.app.themes[theme]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function closeMenu({ currentTarget }: MouseEvent<HTMLElement>) {
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
}

export function AccountMenu() {
  const id = useId();
  const me = useMe();
  const signOut = useSignOut();
  return (
    <>
      <IconButton
        label={texts.app.account}
        icon={<CircleUserRound size={22} aria-hidden="true" />}
        popoverTarget={id}
      />
      <div id={id} popover="auto" className={styles.menu}>
        {me.data && (
          <div className={styles.who}>
            <p className={styles.legend}>{texts.app.signedInAs}</p>
            <p className={styles.name}>{me.data.displayName}</p>
            <p className={styles.email}>{me.data.email}</p>
          </div>
        )}
        <ButtonLink look="outline" to="/account" onClick={closeMenu}>
          <UserRoundCog size={18} aria-hidden="true" />
          {texts.settings.link}
        </ButtonLink>
        {me.data && isStaff(me.data) && (
          <ButtonLink look="outline" to="/admin/people" onClick={closeMenu}>
            <Users size={18} aria-hidden="true" />
            {texts.people.link}
          </ButtonLink>
        )}
        <ThemeChoice />
        {signOut.isError && <ProblemNotice error={signOut.error} />}
        <Button
          look="outline"
          busy={signOut.isPending}
          onClick={() => {
            signOut.mutate();
          }}
        >
          <LogOut size={18} aria-hidden="true" />
          {texts.app.signOut}
        </Button>
      </div>
    </>
  );
}
