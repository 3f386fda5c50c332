import type { Tile } from '@/components/media/tile';
import { nothingSelected, type Selection } from './selection';

/** How a tile stands to the selection: in it, beside it, or there is none. */
export type TileMark = 'selected' | 'selecting' | 'none';
/** The same for a day. */
export type DayMark = 'all' | 'some' | 'selecting' | 'none';

/** The selection to be followed by what it concerns alone: a tile of many that changed. */
export class SelectionStore {
  private selection: Selection = nothingSelected;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  show(selection: Selection): void {
    if (selection === this.selection) return;
    this.selection = selection;
    for (const listener of this.listeners) listener();
  }

  tile(id: string): TileMark {
    const { tiles } = this.selection;
    if (tiles.size === 0) return 'none';
    return tiles.has(id) ? 'selected' : 'selecting';
  }

  day(tilesOfDay: () => readonly Tile[]): DayMark {
    const { tiles } = this.selection;
    if (tiles.size === 0) return 'none';
    const all = tilesOfDay();
    const count = all.filter(({ id }) => tiles.has(id)).length;
    if (count === 0) return 'selecting';
    return count === all.length ? 'all' : 'some';
  }
}
