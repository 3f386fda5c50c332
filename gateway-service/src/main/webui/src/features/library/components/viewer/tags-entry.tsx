import { useState } from 'react';
import { Link } from 'react-router';
import { texts } from '@/lib/texts';
import { TagInput } from '../editing/tag-input';
import { EditableEntry } from './entry';
import styles from './info-panel.module.css';
import type { Patch } from './use-patch';

/** Tags, each a way to all that have it. */
export function TagsEntry({ tags, patch }: { tags: readonly string[]; patch: Patch }) {
  const [edited, setEdited] = useState<string[]>([]);
  const term = texts.viewer.tags;
  return (
    <EditableEntry
      term={term}
      onEdit={() => setEdited([...tags])}
      onSave={() => patch({ tags: edited }, texts.viewer.changed(term))}
      fields={
        <TagInput
          label={texts.editing.addTag}
          hint={texts.editing.addTagHint}
          tags={edited}
          onChange={setEdited}
        />
      }
    >
      {tags.length > 0 && (
        <span className={styles.tags}>
          {tags.map((tag) => (
            <Link
              key={tag}
              className={styles.tag}
              to={{ pathname: '/', search: `?${new URLSearchParams({ tag }).toString()}` }}
            >
              {tag}
            </Link>
          ))}
        </span>
      )}
    </EditableEntry>
  );
}
