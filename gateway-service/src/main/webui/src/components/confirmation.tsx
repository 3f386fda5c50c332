import { type ReactNode, useState } from 'react';
import { texts } from '@/lib/texts';
import { Button } from './button';
import styles from './confirmation.module.css';

interface ConfirmationProps {
  /** What is asked once the button was pressed. */
  question: string;
  /** On the button, both times. */
  action: ReactNode;
  /** The button's whole name where its text says too little. */
  name?: string | undefined;
  busy: boolean;
  danger?: boolean;
  onConfirm: () => void;
}

/** A button that asks back before it acts. */
export function Confirmation({
  question,
  action,
  name,
  busy,
  danger = false,
  onConfirm,
}: ConfirmationProps) {
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(false);
  if (!asking) {
    return (
      <Button
        look={danger ? 'danger' : 'outline'}
        aria-label={name}
        busy={busy}
        // Back from the question, the focus is where it was before.
        ref={asked ? (button) => button?.focus() : undefined}
        onClick={() => {
          setAsking(true);
        }}
      >
        {action}
      </Button>
    );
  }
  const answer = (run?: () => void) => () => {
    setAsking(false);
    setAsked(true);
    run?.();
  };
  return (
    <div className={styles.asking} role="group" aria-label={question}>
      <p className={styles.question}>{question}</p>
      {/* The button that was pressed is gone; the harmless answer takes its focus. */}
      <Button look="outline" ref={(button) => button?.focus()} onClick={answer()}>
        {texts.app.cancel}
      </Button>
      <Button look={danger ? 'dangerSolid' : 'solid'} busy={busy} onClick={answer(onConfirm)}>
        {action}
      </Button>
    </div>
  );
}
