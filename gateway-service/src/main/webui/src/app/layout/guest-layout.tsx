import { Outlet } from 'react-router';
import { Logo } from '@/components/logo';
import { PrintStack } from '@/components/print-stack';
import { texts } from '@/lib/texts';
import { ConnectionNotice } from './connection-notice';
import styles from './guest-layout.module.css';

export function GuestLayout() {
  return (
    <div className={styles.layout}>
      <div className={styles.cover} aria-hidden="true">
        <PrintStack />
        <p className={styles.tagline}>{texts.app.tagline}</p>
      </div>
      <div className={styles.side}>
        <ConnectionNotice />
        <header className={styles.header}>
          <Logo />
        </header>
        <main className={styles.main}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
