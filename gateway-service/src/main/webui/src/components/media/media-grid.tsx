import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import styles from './media-grid.module.css';
import { blocksWithin, type GridLayout, layRows, type RowOptions, type TileGroup } from './rows';
import type { Tile } from './tile';
import { moveTileFocus, topMargin } from './tile-focus';
import { useKeptFocus } from './use-kept-focus';
import { thumbhashColor } from './thumbhash-url';
import { useSketches } from './use-sketches';
import { useViewport } from './use-viewport';

interface MediaGridProps {
  /** What the whole is, for those who can't see it. */
  label: string;
  groups: readonly TileGroup[];
  /** What a tile shows and does; it fills the box given to it. */
  children: (tile: Tile) => ReactNode;
  /** The end of what is known comes into view. */
  onEnd?: (() => void) | undefined;
  /** The one shown on top, if any: it is in sight and has the focus once that is closed. */
  viewed?: string | undefined;
}

const overscan = 320;
/** How far ahead of the window the next page is fetched. */
const reach = 1_200;
const phoneWidth = 640;

function optionsFor(width: number): RowOptions {
  const phone = width < phoneWidth;
  return {
    width,
    rowHeight: phone ? 124 : 208,
    gap: phone ? 3 : 6,
    titleHeight: phone ? 40 : 52,
  };
}

/** A tile that is only flown over: its colour. */
function Sketch({ tile: { thumbhash } }: { tile: Tile }) {
  const background = thumbhash && thumbhashColor(thumbhash);
  return background && <div className={styles.sketch} style={{ background }} />;
}

function rowOf({ blocks }: GridLayout, id: string) {
  return blocks.find(
    (block) => block.type === 'row' && block.tiles.some(({ tile }) => tile.id === id),
  );
}

/** Brings a tile into sight, where it is known. */
function reveal(element: HTMLElement, layout: GridLayout, id: string): void {
  const row = rowOf(layout, id);
  if (!row) return;
  const top = row.top + element.getBoundingClientRect().top;
  if (top < topMargin || top + row.height > window.innerHeight) {
    window.scrollBy({ top: top - topMargin, behavior: 'instant' });
  }
}

/** Justified rows of tiles, of which only those near the window exist in the DOM. */
export function MediaGrid({ label, groups, children, onEnd, viewed }: MediaGridProps) {
  const { viewport, attach } = useViewport();
  const { element, width, from, to, flying } = viewport;
  const layout = useMemo(() => layRows(groups, optionsFor(width)), [groups, width]);
  const visible = blocksWithin(layout.blocks, from - overscan, to + overscan);
  const sketched = useSketches(
    visible.map(({ key }) => key),
    flying,
  );

  const ending = width > 0 && to + reach > layout.height;
  useEffect(() => {
    if (ending) onEnd?.();
  }, [ending, onEnd]);

  const focus = useKeptFocus(element);
  const lastViewed = useRef(viewed);
  useEffect(() => {
    const last = lastViewed.current;
    lastViewed.current = viewed;
    if (viewed || !last || !element) return;
    reveal(element, layout, last);
    // Once the viewer is gone, and with it what had the focus.
    requestAnimationFrame(() => focus(last));
  }, [viewed, element, layout, focus]);

  return (
    // Arrow keys are a convenience here: every tile can be reached with Tab as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={attach}
      className={styles.grid}
      style={{ height: layout.height }}
      aria-label={label}
      onKeyDown={moveTileFocus}
    >
      {visible.map((block) =>
        block.type === 'title' ? (
          <h2
            key={block.key}
            className={styles.title}
            style={{ top: block.top, height: block.height }}
          >
            {block.title}
          </h2>
        ) : (
          block.tiles.map(({ tile, left, width: tileWidth }) => (
            <div
              key={tile.id}
              className={styles.tile}
              data-tile-box
              style={{ top: block.top, left, width: tileWidth, height: block.height }}
            >
              {sketched.has(block.key) ? <Sketch tile={tile} /> : children(tile)}
            </div>
          ))
        ),
      )}
    </section>
  );
}
