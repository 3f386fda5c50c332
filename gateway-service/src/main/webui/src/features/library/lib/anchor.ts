import { type Layout, visibleBlocks } from './layout';

/** A place in the timeline that survives a new layout. */
export interface Anchor {
  /** The first picture of the line at this place; absent where nothing is loaded. */
  tileId: string | undefined;
  /** How far below that line's top. */
  offset: number;
  bucket: string;
  /** How far down its month, from 0 to 1. */
  fraction: number;
}

export function anchorAt(layout: Layout, top: number): Anchor | undefined {
  const block = visibleBlocks(layout.blocks, top, Number.POSITIVE_INFINITY)[0];
  const month = layout.months.findLast((span) => span.top <= top);
  if (!block || !month) return undefined;
  return {
    tileId: block.type === 'line' ? block.groups[0]?.tiles[0]?.tile.id : undefined,
    offset: top - block.top,
    bucket: month.bucket,
    fraction: month.height > 0 ? (top - month.top) / month.height : 0,
  };
}

/** Where the line with that picture begins. */
export function lineOf(layout: Layout, tileId: string) {
  return layout.blocks.find(
    (block) =>
      block.type === 'line' &&
      block.groups.some((group) => group.tiles.some(({ tile }) => tile.id === tileId)),
  );
}

/** The same place in another layout; undefined where its month is gone. */
export function topOf(layout: Layout, anchor: Anchor): number | undefined {
  const line = anchor.tileId === undefined ? undefined : lineOf(layout, anchor.tileId);
  if (line) return line.top + Math.min(anchor.offset, line.height);
  const month = layout.months.find(({ bucket }) => bucket === anchor.bucket);
  return month && month.top + anchor.fraction * month.height;
}
