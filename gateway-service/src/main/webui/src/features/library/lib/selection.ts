import type { Tile } from './tile';

export interface Selection {
  ids: ReadonlySet<string>;
  /** Where a Shift range starts. */
  anchor: string | undefined;
}

export type SelectionAction =
  | { type: 'toggle'; id: string }
  | { type: 'extend'; id: string; order: readonly string[] }
  | { type: 'toggleAll'; ids: readonly string[] }
  | { type: 'replace'; ids: readonly string[] }
  | { type: 'clear' };

export const nothingSelected: Selection = { ids: new Set(), anchor: undefined };

function range(order: readonly string[], from: string, to: string): readonly string[] {
  const start = order.indexOf(from);
  const end = order.indexOf(to);
  return start < 0 || end < 0 ? [to] : order.slice(Math.min(start, end), Math.max(start, end) + 1);
}

export function selectionReducer(selection: Selection, action: SelectionAction): Selection {
  const ids = new Set(selection.ids);
  switch (action.type) {
    case 'toggle':
      if (!ids.delete(action.id)) ids.add(action.id);
      return { ids, anchor: action.id };
    case 'extend':
      for (const id of range(action.order, selection.anchor ?? action.id, action.id)) ids.add(id);
      return { ids, anchor: action.id };
    case 'toggleAll': {
      const all = action.ids.every((id) => ids.has(id));
      for (const id of action.ids) {
        if (all) ids.delete(id);
        else ids.add(id);
      }
      return { ids, anchor: action.ids.at(-1) };
    }
    case 'replace':
      return { ids: new Set(action.ids), anchor: action.ids.at(-1) };
    case 'clear':
      return nothingSelected;
  }
}

/** In the order shown; what has left the library has left the selection too. */
export function selectedTiles(selection: Selection, tiles: readonly Tile[]): Tile[] {
  return selection.ids.size === 0 ? [] : tiles.filter((tile) => selection.ids.has(tile.id));
}
