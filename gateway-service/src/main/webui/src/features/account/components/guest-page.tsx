import { type FormEvent, type ReactNode } from 'react';
import { useDocumentTitle } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { texts } from '@/lib/texts';
import type { Notice } from '../lib/guest-state';
import styles from './guest-page.module.css';

interface GuestPageProps {
  title: string;
  lead: ReactNode;
  notice?: Notice | undefined;
  /** A failure that belongs to no field. */
  error: Error | null;
  onSubmit: () => void;
  /** Fields and the button that submits. */
  children: ReactNode;
  footer: ReactNode;
}

/** The frame of every page before sign-in: one form. */
export function GuestPage({
  title,
  lead,
  notice,
  error,
  onSubmit,
  children,
  footer,
}: GuestPageProps) {
  useDocumentTitle(title);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <div className={styles.page}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
      </div>
      {notice && (
        <p className={styles.notice} role="status">
          {texts.account.notices[notice]}
        </p>
      )}
      <form className={styles.form} noValidate onSubmit={submit}>
        {children}
        {error && <ProblemNotice error={error} />}
      </form>
      <div className={styles.footer}>{footer}</div>
    </div>
  );
}
