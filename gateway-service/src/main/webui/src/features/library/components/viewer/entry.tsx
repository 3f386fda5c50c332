import { Pencil, Plus } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button, IconButton } from '@/components/button';
import { ProblemNotice } from '@/components/problem-notice';
import { texts } from '@/lib/texts';
import styles from './info-panel.module.css';

export function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.entry}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface EditableEntryProps {
  term: string;
  /** What is known; nothing where that is nothing. */
  children: ReactNode;
  /** The fields, shown while it is edited. */
  fields: ReactNode;
  /** Called before the fields are shown, to fill them. */
  onEdit: () => void;
  /** Saves what the fields hold; false where that isn't complete. */
  onSave: () => Promise<unknown> | false;
}

/** A fact with a button that turns it into a form, and back. */
export function EditableEntry({ term, children, fields, onEdit, onSave }: EditableEntryProps) {
  const [editing, setEditing] = useState(false);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();
  const [edited, setEdited] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  function close() {
    setEditing(false);
    setEdited(true);
    setError(undefined);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const answer = onSave();
    if (answer === false) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    setSaving(true);
    try {
      await answer;
      close();
    } catch (failure) {
      setError(failure);
    } finally {
      setSaving(false);
    }
  }

  if (editing) {
    return (
      <div className={styles.entry}>
        <dt className="visually-hidden">{term}</dt>
        <dd>
          {/* Esc leaves just the field. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <form
            ref={form}
            className={styles.form}
            noValidate
            onSubmit={(event) => void save(event)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              close();
            }}
          >
            <FirstFocus>{fields}</FirstFocus>
            {error !== undefined && <ProblemNotice error={error} />}
            <div className={styles.formActions}>
              <Button look="plain" onClick={close}>
                {texts.app.cancel}
              </Button>
              <Button type="submit" busy={saving}>
                {texts.editing.save}
              </Button>
            </div>
          </form>
        </dd>
      </div>
    );
  }
  const empty = children === undefined || children === null || children === false;
  const label = empty ? texts.viewer.addNamed(term) : texts.viewer.editNamed(term);
  return (
    <div className={styles.entry}>
      <dt>{term}</dt>
      <dd>{children}</dd>
      <IconButton
        className={styles.edit}
        label={label}
        icon={empty ? <Plus size={16} /> : <Pencil size={15} />}
        // Back from the form, the focus is where it was before.
        ref={edited ? (button) => button?.focus() : undefined}
        onClick={() => {
          onEdit();
          setEditing(true);
        }}
      />
    </div>
  );
}

/** Gives the first field the focus once it is there. */
function FirstFocus({ children }: { children: ReactNode }) {
  return (
    <div
      className={styles.fields}
      ref={(element) => {
        element?.querySelector<HTMLElement>('input, textarea, select')?.focus();
      }}
    >
      {children}
    </div>
  );
}
