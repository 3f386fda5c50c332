import { createContext, type Dispatch, useContext } from 'react';
import { nothingSelected, type Selection, type SelectionAction } from '../../lib/selection';

/** What every tile and day shares. */
export interface GridContextValue {
  selection: Selection;
  /** The ids as shown, for ranges. */
  order: readonly string[];
  dispatch: Dispatch<SelectionAction>;
  /** A picture could not be fetched. */
  onBroken: () => void;
}

export const GridContext = createContext<GridContextValue>({
  selection: nothingSelected,
  order: [],
  dispatch: () => undefined,
  onBroken: () => undefined,
});

export function useGrid(): GridContextValue {
  return useContext(GridContext);
}
