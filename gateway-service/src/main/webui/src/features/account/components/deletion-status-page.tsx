import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ButtonLink } from '@/components/button';
import { useDocumentTitle } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { toProblem } from '@/lib/problem';
import { session } from '@/lib/session/browser-session';
import { texts } from '@/lib/texts';
import { useDeletionStatus } from '../api/use-deletion';
import { readClosedState } from '../lib/closed-state';
import { DeletionProgress } from './deletion-progress';
import styles from './deletion-status-page.module.css';

const words = texts.deletion;

/**
 * The receipt that the link of a mail carries, or the page that began the deletion hands on. It
 * leaves the address bar at once, and stays with the history entry, so that a reload finds it.
 */
function useReceipt(): string | undefined {
  const { hash, state } = useLocation();
  const navigate = useNavigate();
  const linked = hash.slice(1) || undefined;
  const { receipt: handed, closed } = readClosedState(state);

  // Only here, where no page of the account is left that would lead to sign-in.
  useEffect(() => {
    if (closed && closed === session.getUser()) session.end('closed');
  }, [closed]);

  useEffect(() => {
    if (linked) void navigate('.', { replace: true, state: { receipt: linked } });
  }, [linked, navigate]);

  return linked ?? handed;
}

function Plain({ title, lead }: { title: string; lead: string }) {
  useDocumentTitle(title);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{lead}</p>
      <div>
        <ButtonLink look="outline" to="/sign-in">
          {words.toSignIn}
        </ButtonLink>
      </div>
    </div>
  );
}

function isUnknown(error: Error): boolean {
  const { status } = toProblem(error);
  return status === 400 || status === 404;
}

/** For everyone who has the link, signed in or not: the account itself may be gone. */
export function DeletionStatusPage() {
  const receipt = useReceipt();
  const status = useDeletionStatus(receipt);
  if (!receipt) return <Plain title={words.unknownTitle} lead={words.noReceiptLead} />;
  if (status.error && isUnknown(status.error)) {
    return <Plain title={words.unknownTitle} lead={words.unknownLead} />;
  }
  if (status.data) {
    return (
      <>
        <DeletionProgress deletion={status.data} />
        {status.error && <ProblemNotice error={status.error} />}
      </>
    );
  }
  if (status.error) {
    return <ProblemNotice error={status.error} onRetry={() => void status.refetch()} />;
  }
  return <Waiting />;
}
