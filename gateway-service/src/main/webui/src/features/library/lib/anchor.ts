import { type Layout, visibleBlocks } from './layout';

/** A place in the timeline that survives a new layout. */
export interface Anchor {
  /** The first picture of the first line in the window; absent where none is loaded. */
  tileId: string | undefined;
  /** How far the window's top is below that line's. */
  offset: number;
  bucket: string;
  /** How far down its month, from 0 to 1. */
  fraction: number;
}

/** What a window from `top` to `bottom` should hold on to: a picture rather than an estimate. */
export function anchorAt(layout: Layout, top: number, bottom: number): Anchor | undefined {
  const visible = visibleBlocks(layout.blocks, top, bottom);
  const line = visible.find((block) => block.type === 'line');
  const month = layout.months.findLast((span) => span.top <= top) ?? layout.months[0];
  if (!month) return undefined;
  return {
    tileId: line?.groups[0]?.tiles[0]?.tile.id,
    offset: line ? top - line.top : 0,
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
