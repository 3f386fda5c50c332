import { useState } from 'react';
import { Button } from '@/components/button';
import { texts } from '@/lib/texts';
import { Sheet } from '../sheet';
import type { EditingDialogProps } from './date-dialog';
import styles from './editing.module.css';
import { TagInput } from './tag-input';

/** Puts tags on many, and takes tags off many, whichever of them have them. */
export function TagsDialog({ tiles, onApply, onClose }: EditingDialogProps) {
  const [addTags, setAddTags] = useState<string[]>([]);
  const [removeTags, setRemoveTags] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const nothing = addTags.length + removeTags.length === 0;
  return (
    <Sheet title={texts.editing.tagsTitle(tiles.length)} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (nothing) return;
          const changes = {
            ...(addTags.length > 0 && { addTags }),
            ...(removeTags.length > 0 && { removeTags }),
          };
          onApply(changes, texts.library.tagsChanged);
        }}
      >
        <TagInput
          label={texts.editing.addTag}
          hint={texts.editing.addTagHint}
          tags={addTags}
          onChange={setAddTags}
        />
        <TagInput label={texts.editing.removeTag} tags={removeTags} onChange={setRemoveTags} />
        {tried && nothing && (
          <p className={styles.error} role="alert">
            {texts.editing.tagsMissing}
          </p>
        )}
        <div className={styles.actions}>
          <Button look="outline" onClick={onClose}>
            {texts.app.cancel}
          </Button>
          <Button type="submit">{texts.editing.apply}</Button>
        </div>
      </form>
    </Sheet>
  );
}
