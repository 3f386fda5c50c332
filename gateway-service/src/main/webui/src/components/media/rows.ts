import type { Tile } from './tile';

/** Tiles that belong under one heading. */
export interface TileGroup {
  key: string;
  title?: string | undefined;
  tiles: readonly Tile[];
}

export interface RowOptions {
  width: number;
  rowHeight: number;
  gap: number;
  titleHeight: number;
}

export interface PlacedTile {
  tile: Tile;
  left: number;
  width: number;
}

export type GridBlock =
  | { type: 'title'; key: string; top: number; height: number; title: string }
  | { type: 'row'; key: string; top: number; height: number; tiles: PlacedTile[] };

export interface GridLayout {
  blocks: GridBlock[];
  height: number;
}

/** Extremes are cropped by the tile rather than allowed to break the row. */
const minRatio = 0.45;
const maxRatio = 3;
/** How far a last row may grow above the target to fill the width. */
const maxGrowth = 1.3;

function ratioOf({ ratio }: Tile): number {
  return Number.isFinite(ratio) && ratio > 0 ? Math.min(maxRatio, Math.max(minRatio, ratio)) : 1;
}

/** Cuts tiles into rows, each as near to the target height as filling the width allows. */
function cut(tiles: readonly Tile[], { width, rowHeight, gap }: RowOptions): Tile[][] {
  const rows: Tile[][] = [];
  let row: Tile[] = [];
  let natural = -gap;
  for (const tile of tiles) {
    const added = ratioOf(tile) * rowHeight + gap;
    const overflow = natural + added - width;
    if (row.length > 0 && overflow > 0 && overflow > width - natural) {
      rows.push(row);
      row = [];
      natural = -gap;
    }
    row.push(tile);
    natural += added;
    if (natural < width) continue;
    rows.push(row);
    row = [];
    natural = -gap;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function place(tiles: readonly Tile[], options: RowOptions) {
  const { width, rowHeight, gap } = options;
  const ratios = tiles.reduce((sum, tile) => sum + ratioOf(tile), 0);
  const fitting = (width - (tiles.length - 1) * gap) / ratios;
  const height = fitting > rowHeight * maxGrowth ? rowHeight : fitting;
  let left = 0;
  const placed = tiles.map((tile) => {
    const tileWidth = ratioOf(tile) * height;
    const at = { tile, left, width: tileWidth };
    left += tileWidth + gap;
    return at;
  });
  return { height, placed };
}

/** Places tiles in justified rows, from the top down; linear in their number. */
export function layRows(groups: readonly TileGroup[], options: RowOptions): GridLayout {
  const layout: GridLayout = { blocks: [], height: 0 };
  if (options.width <= 0) return layout;
  for (const { key, title, tiles } of groups) {
    if (title !== undefined) {
      const height = options.titleHeight;
      layout.blocks.push({ type: 'title', key: `title-${key}`, top: layout.height, height, title });
      layout.height += height;
    }
    for (const row of cut(tiles, options)) {
      const { height, placed } = place(row, options);
      const first = row[0]?.id ?? key;
      layout.blocks.push({ type: 'row', key: first, top: layout.height, height, tiles: placed });
      layout.height += height + options.gap;
    }
  }
  return layout;
}

/** The blocks that touch the window [from, to), found by bisection. */
export function blocksWithin(blocks: readonly GridBlock[], from: number, to: number): GridBlock[] {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && block.top + block.height <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while ((blocks[end]?.top ?? Infinity) < to) end++;
  return blocks.slice(low, end);
}
