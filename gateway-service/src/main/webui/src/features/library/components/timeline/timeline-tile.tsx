import { memo, type MouseEvent, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { texts } from '@/lib/texts';
import type { ViewerState } from '@/lib/viewer-state';
import { type Tile, tileName } from '@/components/media/tile';
import { checkMark } from './check-mark';
import { useGrid } from './grid-context';
import { thumbhashColor } from '@/components/media/thumbhash-url';
import { Thumbnail } from '@/components/media/thumbnail';
import { LiveTile } from './live-tile';
import styles from './timeline-tile.module.css';

interface TimelineTileProps {
  tile: Tile;
  left: number;
  top: number;
  width: number;
  height: number;
}

const fromTimeline: ViewerState = { fromGrid: true };

export const TimelineTile = memo(function TimelineTile(props: TimelineTileProps) {
  const { tile, left, top, width, height } = props;
  const { selection, search, toggle, extendTo, onBroken } = useGrid();
  const mark = useSyncExternalStore(selection.subscribe, () => selection.tile(tile.id));
  const selected = mark === 'selected';
  const selecting = mark !== 'none';
  const name = tileName(tile);

  function select(event: MouseEvent) {
    if (event.shiftKey) extendTo(tile);
    else toggle(tile);
  }

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
      data-tile-box
      data-selected={selected || undefined}
      data-selecting={selecting || undefined}
    >
      <Link
        className={styles.link}
        to={`/photos/${tile.id}${search}`}
        state={fromTimeline}
        aria-label={name}
        data-tile={tile.id}
        preventScrollReset
        onClick={open}
        draggable={false}
      >
        <Thumbnail tile={tile} onBroken={onBroken} />
        {tile.live && tile.state === 'READY' && <LiveTile id={tile.id} />}
      </Link>
      <button
        type="button"
        role="checkbox"
        aria-checked={selected}
        aria-label={texts.library.select(name)}
        className={styles.check}
        onClick={select}
      >
        {checkMark}
      </button>
    </div>
  );
});

/** A tile that is only flown over: its colour, and nothing to click. */
export const TileSketch = memo(function TileSketch(props: TimelineTileProps) {
  const { tile, left, top, width, height } = props;
  const background = tile.thumbhash && thumbhashColor(tile.thumbhash);
  return <div className={styles.tile} style={{ left, top, width, height, background }} />;
});
