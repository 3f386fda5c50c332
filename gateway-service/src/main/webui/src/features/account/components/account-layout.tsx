import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';
import { useDocumentTitle } from '@/components/page';
import { PrintStack } from '@/components/print-stack';
import { texts } from '@/lib/texts';
import styles from './account-layout.module.css';

interface AccountLayoutProps {
  title: string;
  lead: string;
  footer: ReactNode;
  children: ReactNode;
}

/** The frame of all pages that one sees before one is signed in. */
export function AccountLayout({ title, lead, footer, children }: AccountLayoutProps) {
  useDocumentTitle(title);
  return (
    <div className={styles.layout}>
      <main className={styles.main} id="content">
        <Logo />
        <div className={styles.card}>
          <div>
            <h1 className={styles.title}>{title}</h1>
            <p className={styles.lead}>{lead}</p>
          </div>
          {children}
        </div>
        <p className={styles.footer}>{footer}</p>
      </main>
      <aside className={styles.aside} aria-hidden="true">
        <div className={styles.art}>
          <PrintStack />
        </div>
        <p className={styles.quote}>{texts.app.tagline}</p>
      </aside>
    </div>
  );
}
