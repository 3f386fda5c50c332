import { useId, useState } from 'react';
import { TextField } from '@/components/text-field';
import { texts } from '@/lib/texts';
import { EditableEntry } from './entry';
import styles from './info-panel.module.css';
import type { Patch } from './use-patch';

interface TextEntryProps {
  name: 'title' | 'description';
  value: string | undefined;
  patch: Patch;
  long?: boolean;
}

const maxLength = { title: 200, description: 10_000 };

/** A text that one writes about a medium. */
export function TextEntry({ name, value, patch, long = false }: TextEntryProps) {
  const [text, setText] = useState('');
  const id = useId();
  const term = texts.viewer[name];
  const field = {
    value: text,
    maxLength: maxLength[name],
    onChange: ({ target }: { target: { value: string } }) => setText(target.value),
  };
  return (
    <EditableEntry
      term={term}
      onEdit={() => setText(value ?? '')}
      onSave={() => patch({ [name]: text.trim() || null }, texts.viewer.changed(term))}
      fields={
        long ? (
          <>
            <label className={styles.label} htmlFor={id}>
              {term}
            </label>
            <textarea id={id} className={styles.area} rows={4} {...field} />
          </>
        ) : (
          <TextField label={term} {...field} />
        )
      }
    >
      {value && <span className={long ? styles.long : undefined}>{value}</span>}
    </EditableEntry>
  );
}
