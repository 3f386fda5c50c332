import { Check } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Thumbnail } from '@/components/media/thumbnail';
import { tileName } from '@/components/media/tile';
import { texts } from '@/lib/texts';
import { daysLeft, type TrashedTile } from '../lib/trash';
import styles from './trash-tile.module.css';

interface TrashTileProps {
  tile: TrashedTile;
  now: number;
  selected: boolean;
  /** `range`: with all since the one selected before. */
  onSelect: (id: string, range: boolean) => void;
  onBroken: () => void;
}

/** One thing in the trash, with the days it has left; a press selects it. */
export function TrashTile({ tile, now, selected, onSelect, onBroken }: TrashTileProps) {
  const days = daysLeft(tile.purgeAt, now);
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={selected}
      aria-label={`${tileName(tile)}, ${texts.trash.goes(days)}`}
      className={styles.tile}
      data-tile={tile.id}
      data-soon={days <= 3 || undefined}
      onClick={(event: MouseEvent) => onSelect(tile.id, event.shiftKey)}
    >
      <span className={styles.picture}>
        <Thumbnail tile={tile} onBroken={onBroken} />
      </span>
      <span className={styles.days}>{texts.trash.daysLeft(days)}</span>
      <span className={styles.check}>
        <Check size={15} strokeWidth={3} aria-hidden="true" />
      </span>
    </button>
  );
}
