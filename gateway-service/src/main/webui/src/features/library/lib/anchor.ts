import { type Layout, type Line, monthAt, type PlacedCluster, visibleBlocks } from './layout';

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
  const visible = visibleBlocks(layout, top, bottom);
  const placed = visible.find(({ block }) => block.type === 'line');
  const line = placed?.block.type === 'line' ? placed.block : undefined;
  const month = monthAt(layout.months, top);
  if (!month) return undefined;
  return {
    tileId: line?.groups[0]?.tiles[0]?.tile.id,
    offset: placed ? top - placed.top : 0,
    bucket: month.bucket,
    fraction: month.height > 0 ? (top - month.top) / month.height : 0,
  };
}

function holds(line: Line, tileId: string): boolean {
  return line.groups.some((group) => group.tiles.some(({ tile }) => tile.id === tileId));
}

function lineIn({ cluster, top }: PlacedCluster, tileId: string) {
  for (const block of cluster.blocks) {
    if (block.type === 'line' && holds(block, tileId)) {
      return { top: top + block.top, height: block.height };
    }
  }
  return undefined;
}

/** Where the line with that picture is. */
export function lineOf(layout: Layout, tileId: string) {
  for (const placed of layout.clusters) {
    const line = lineIn(placed, tileId);
    if (line) return line;
  }
  return undefined;
}

/** The line with that picture in the month given, or in a neighbour: else it is sought all over. */
function lineNear(layout: Layout, anchor: Anchor) {
  if (anchor.tileId === undefined) return undefined;
  const { tileId, bucket } = anchor;
  const at = layout.clusters.findIndex(({ cluster }) =>
    cluster.months.some((month) => month.bucket === bucket),
  );
  for (const placed of layout.clusters.slice(Math.max(0, at), at + 2)) {
    const line = lineIn(placed, tileId);
    if (line) return line;
  }
  return lineOf(layout, tileId);
}

/** The same place in another layout; undefined where its month is gone. */
export function topOf(layout: Layout, anchor: Anchor): number | undefined {
  const line = lineNear(layout, anchor);
  if (line) return line.top + Math.min(anchor.offset, line.height);
  const month = layout.months.find(({ bucket }) => bucket === anchor.bucket);
  return month && month.top + anchor.fraction * month.height;
}
