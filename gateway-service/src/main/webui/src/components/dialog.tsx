import { type ReactNode, useEffect, useId, useRef } from 'react';
import { X } from 'lucide-react';
import { texts } from '@/lib/texts';
import { IconButton } from './button';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  /** Buttons at the end. */
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** A question in front of the page: keeps the focus in, and gives it back when it goes. */
export function Dialog({ title, actions, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.header}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <IconButton label={texts.app.close} icon={<X size={20} />} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
      {actions && <footer className={styles.actions}>{actions}</footer>}
    </dialog>
  );
}
