import { createContext, type Dispatch, useContext } from 'react';
import { nothingSelected, type Selection, type SelectionAction } from '../lib/selection';

export interface SelectionContextValue {
  selection: Selection;
  /** The ids as shown, for ranges. */
  order: readonly string[];
  dispatch: Dispatch<SelectionAction>;
}

export const SelectionContext = createContext<SelectionContextValue>({
  selection: nothingSelected,
  order: [],
  dispatch: () => undefined,
});

export function useSelection(): SelectionContextValue {
  return useContext(SelectionContext);
}
