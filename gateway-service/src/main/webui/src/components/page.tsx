import { type ReactNode, useEffect } from 'react';
import { texts } from '@/lib/texts';
import styles from './page.module.css';

interface PageProps {
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${texts.app.name}`;
  }, [title]);
}

/** A page's frame: its title, what can be done with the whole of it, and the rest. */
export function Page({ title, lead, action, narrow = false, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <div className={narrow ? styles.narrow : styles.page}>
      <header className={styles.header}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {action}
      </header>
      {children}
    </div>
  );
}
