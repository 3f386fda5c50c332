import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { TextField } from '@/components/text-field';
import { texts } from '@/lib/texts';
import { useTagNames } from '../../api/use-tags';
import { addTags, maxTagLength } from '../../lib/tags';
import styles from './editing.module.css';

interface TagInputProps {
  label: string;
  hint?: string;
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

export function TagList({
  tags,
  onDrop,
}: {
  tags: readonly string[];
  onDrop: (tag: string) => void;
}) {
  if (tags.length === 0) return null;
  return (
    <ul className={styles.tags}>
      {tags.map((tag) => (
        <li key={tag} className={styles.tag}>
          {tag}
          <button type="button" aria-label={texts.editing.dropTag(tag)} onClick={() => onDrop(tag)}>
            <X size={14} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A list of tags that grows by typing; the library's own are offered. */
export function TagInput({ label, hint, tags, onChange }: TagInputProps) {
  const [text, setText] = useState('');
  const names = useTagNames();
  const listId = useId();
  const tooLong = text.split(',').some((tag) => tag.trim().length > maxTagLength);

  function take(entered: string) {
    if (tooLong) return;
    const longer = addTags(tags, entered);
    setText('');
    if (longer.length > tags.length) onChange(longer);
  }

  function press(event: KeyboardEvent) {
    if (event.key === ',' || (event.key === 'Enter' && text.trim() !== '')) {
      event.preventDefault();
      take(text);
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) {
      onChange(tags.slice(0, -1));
    }
  }

  return (
    <div className={styles.group}>
      <TextField
        label={label}
        {...(hint !== undefined && { hint })}
        error={tooLong ? texts.editing.tagTooLong : undefined}
        list={listId}
        autoComplete="off"
        enterKeyHint="done"
        value={text}
        onChange={({ target, nativeEvent }) => {
          // Picked from the list offered, not typed.
          const picked = !(nativeEvent instanceof InputEvent) && names.includes(target.value);
          if (picked) take(target.value);
          else setText(target.value);
        }}
        onKeyDown={press}
        onBlur={() => take(text)}
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TagList tags={tags} onDrop={(tag) => onChange(tags.filter((other) => other !== tag))} />
    </div>
  );
}
