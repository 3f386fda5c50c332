import { Clapperboard, X } from 'lucide-react';
import { Button, IconButton } from '@/components/button';
import { texts } from '@/lib/texts';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  count: number;
  /** How many of them a film can use. */
  photos: number;
  onClear: () => void;
  onMakeFilm: () => void;
}

export function SelectionBar({ count, photos, onClear, onMakeFilm }: SelectionBarProps) {
  return (
    <div className={styles.bar} role="toolbar" aria-label={texts.library.selectedItems}>
      <IconButton
        label={texts.library.clearSelection}
        icon={<X size={20} />}
        onClick={onClear}
        className={styles.clear ?? ''}
      />
      <span className={styles.count} role="status">
        {texts.library.selected(count)}
      </span>
      <Button
        className={styles.action}
        onClick={onMakeFilm}
        disabled={photos < 2}
        title={photos < 2 ? texts.library.makeFilmHint : undefined}
      >
        <Clapperboard size={18} aria-hidden="true" />
        {texts.library.makeFilm}
      </Button>
    </div>
  );
}
