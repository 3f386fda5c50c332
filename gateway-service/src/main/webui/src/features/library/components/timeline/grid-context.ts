import { createContext, useContext } from 'react';
import { SelectionStore } from '../../lib/selection-store';
import type { Tile } from '@/components/media/tile';

/** What every tile and day shares. It stays the same, so that tiles do too. */
export interface GridContextValue {
  selection: SelectionStore;
  /** The filters as the address has them, for the viewer's address. */
  search: string;
  toggle: (tile: Tile) => void;
  toggleAll: (tiles: readonly Tile[]) => void;
  /** Selects all from the last one touched up to this. */
  extendTo: (tile: Tile) => void;
  /** A picture could not be fetched. */
  onBroken: () => void;
}

export const GridContext = createContext<GridContextValue>({
  selection: new SelectionStore(),
  search: '',
  toggle: () => undefined,
  toggleAll: () => undefined,
  extendTo: () => undefined,
  onBroken: () => undefined,
});

export function useGrid(): GridContextValue {
  return useContext(GridContext);
}
