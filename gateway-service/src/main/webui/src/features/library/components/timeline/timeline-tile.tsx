import { Check } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { Link } from 'react-router';
import { texts } from '@/lib/texts';
import { type Tile, tileName } from '../../lib/tile';
import { useGrid } from './grid-context';
import { Thumbnail } from './thumbnail';
import styles from './timeline-tile.module.css';
import { useLongPress } from './use-long-press';

interface TimelineTileProps {
  tile: Tile;
  left: number;
  top: number;
  width: number;
  height: number;
}

export const TimelineTile = memo(function TimelineTile(props: TimelineTileProps) {
  const { tile, left, top, width, height } = props;
  const { selection, order, dispatch, onBroken } = useGrid();
  const selected = selection.ids.has(tile.id);
  const selecting = selection.ids.size > 0;
  const name = tileName(tile);

  function select(event?: MouseEvent) {
    if (event?.shiftKey) dispatch({ type: 'extend', id: tile.id, order });
    else dispatch({ type: 'toggle', id: tile.id });
  }

  const longPress = useLongPress(() => select());

  function open(event: MouseEvent) {
    const modified = event.metaKey || event.ctrlKey;
    if (modified || (!selecting && !event.shiftKey)) return;
    event.preventDefault();
    select(event);
  }

  return (
    <div
      className={styles.tile}
      style={{ left, top, width, height }}
      data-selected={selected || undefined}
      data-selecting={selecting || undefined}
      {...longPress}
    >
      <Link
        className={styles.link}
        to={`/photos/${tile.id}`}
        state={{ fromTimeline: true }}
        aria-label={name}
        data-tile={tile.id}
        preventScrollReset
        onClick={open}
        draggable={false}
      >
        <Thumbnail tile={tile} onBroken={onBroken} />
      </Link>
      <button
        type="button"
        role="checkbox"
        aria-checked={selected}
        aria-label={texts.library.select(name)}
        className={styles.check}
        onClick={select}
      >
        <Check size={15} strokeWidth={3} aria-hidden="true" />
      </button>
    </div>
  );
});
