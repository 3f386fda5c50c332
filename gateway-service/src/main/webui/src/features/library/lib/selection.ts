import type { Tile } from '@/components/media/tile';

/** What is selected is kept as it was when selected: its month need not stay loaded. */
export interface Selection {
  tiles: ReadonlyMap<string, Tile>;
  /** Where a Shift range starts. */
  anchor: Tile | undefined;
}

export type SelectionAction =
  | { type: 'toggle'; tile: Tile }
  | { type: 'toggleAll'; tiles: readonly Tile[] }
  | { type: 'add'; tiles: readonly Tile[]; anchor: Tile | undefined }
  | { type: 'replace'; selection: Selection; with?: readonly Tile[] }
  | { type: 'remove'; ids: readonly string[] }
  | { type: 'update'; tiles: readonly Tile[] }
  | { type: 'clear' };

export const nothingSelected: Selection = { tiles: new Map(), anchor: undefined };

function withAll(known: ReadonlyMap<string, Tile>, tiles: readonly Tile[]): Map<string, Tile> {
  const all = new Map(known);
  for (const tile of tiles) all.set(tile.id, tile);
  return all;
}

function without(known: ReadonlyMap<string, Tile>, ids: readonly string[]): Map<string, Tile> {
  const rest = new Map(known);
  for (const id of ids) rest.delete(id);
  return rest;
}

function toggleAll(selection: Selection, tiles: readonly Tile[]): Selection {
  const all = tiles.every(({ id }) => selection.tiles.has(id));
  const ids = tiles.map(({ id }) => id);
  return {
    tiles: all ? without(selection.tiles, ids) : withAll(selection.tiles, tiles),
    anchor: tiles.at(-1) ?? selection.anchor,
  };
}

export function selectionReducer(selection: Selection, action: SelectionAction): Selection {
  const { tiles, anchor } = selection;
  switch (action.type) {
    case 'toggle': {
      const { tile } = action;
      const rest = without(tiles, [tile.id]);
      return { tiles: rest.size < tiles.size ? rest : rest.set(tile.id, tile), anchor: tile };
    }
    case 'toggleAll':
      return toggleAll(selection, action.tiles);
    case 'add':
      return { tiles: withAll(tiles, action.tiles), anchor: action.anchor ?? anchor };
    case 'replace':
      return {
        tiles: withAll(action.selection.tiles, action.with ?? []),
        anchor: action.selection.anchor,
      };
    case 'remove':
      return { tiles: without(tiles, action.ids), anchor };
    case 'update': {
      const known = action.tiles.filter(({ id }) => tiles.has(id));
      return known.length > 0 ? { tiles: withAll(tiles, known), anchor } : selection;
    }
    case 'clear':
      return nothingSelected;
  }
}

/** Newest first, as the timeline shows them. */
export function selectedTiles(selection: Selection): Tile[] {
  return [...selection.tiles.values()].sort((a, b) =>
    // They are all written alike, so that no language's order is needed.
    a.takenAt === b.takenAt ? 0 : a.takenAt < b.takenAt ? 1 : -1,
  );
}
