import { CheckCheck, RotateCcw, Trash2, X } from 'lucide-react';
import { Button, IconButton } from '@/components/button';
import { texts } from '@/lib/texts';
import styles from './trash-bar.module.css';

const words = texts.trash;

interface TrashBarProps {
  count: number;
  busy: boolean;
  onClear: () => void;
  onSelectAll: () => void;
  onRestore: () => void;
  onPurge: () => void;
}

/** What can be done with the selection. */
export function TrashBar({ count, busy, ...does }: TrashBarProps) {
  return (
    <div className={styles.bar} role="toolbar" aria-label={texts.library.selectedItems}>
      <IconButton
        label={texts.library.clearSelection}
        icon={<X size={20} />}
        className={styles.icon}
        onClick={does.onClear}
      />
      <span className={styles.count} role="status">
        {texts.library.selected(count)}
      </span>
      <IconButton
        label={words.selectAll}
        icon={<CheckCheck size={20} />}
        className={styles.icon}
        onClick={does.onSelectAll}
      />
      <Button className={styles.restore} busy={busy} onClick={does.onRestore}>
        <RotateCcw size={18} aria-hidden="true" />
        {words.restore}
      </Button>
      <IconButton
        label={words.forEver}
        icon={<Trash2 size={20} />}
        className={styles.icon}
        disabled={busy}
        onClick={does.onPurge}
      />
    </div>
  );
}
