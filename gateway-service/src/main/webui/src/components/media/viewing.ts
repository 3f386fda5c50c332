import { useOutletContext } from 'react-router';
import type { Tile } from './tile';

/** What a page with a grid tells the viewer that opens over it. */
export interface Viewing {
  /** Where one comes back to: the page's address, filters included. */
  back: string;
  /** In the order shown, which is the order of turning. */
  tiles: readonly Tile[];
  /** The viewer's address for one of them. */
  pathOf: (id: string) => string;
  /** Has more of them fetched, for whoever turns past the last. */
  more?: (() => void) | undefined;
}

/** The grid below the viewer, if another than the timeline. */
export function useViewing(): Viewing | undefined {
  return useOutletContext<Viewing | undefined>() ?? undefined;
}
