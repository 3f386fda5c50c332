import { useEffect, useRef } from 'react';
import { type Layout, monthAt, type Section } from '../../lib/layout';
import { jump, type Origin, type Step, type Target } from '../../lib/jumps';
import type { Tile } from '@/components/media/tile';
import { useKeys } from '../use-keys';
import { enterGrid, topMargin } from '@/components/media/tile-focus';
import {
  currentTileElement,
  findTileElement,
  firstInSight,
} from '@/components/media/tile-elements';
import type { useSteadyScroll } from './use-steady-scroll';

/** What keys do to the tile that has the focus or the pointer, or to the selection. */
export interface GridKeyActions {
  select: (tile: Tile, range: boolean) => void;
  favorite: (tile: Tile | undefined) => void;
  trash: (tile: Tile | undefined) => void;
  open: (tile: Tile, informed: boolean) => void;
  selectAll: () => void;
  escape: () => void;
  search: () => void;
  help: () => void;
}

interface GridKeys {
  active: boolean;
  element: HTMLElement | undefined;
  sections: readonly Section[];
  layout: Layout;
  steady: ReturnType<typeof useSteadyScroll>;
  tileOf: (id: string) => Tile | undefined;
  keys: GridKeyActions;
}

/** The timeline's keys. */
export function useGridKeys(grid: GridKeys): void {
  const { active, element, sections, layout, steady, tileOf, keys } = grid;
  const { reveal, scrollToMonth } = steady;
  const pending = useRef<Target>(undefined);

  // The month that was jumped to has come: its first picture takes the focus.
  useEffect(() => {
    const bucket = pending.current?.bucket;
    const first = sections.find((section) => section.bucket === bucket)?.tiles?.[0];
    if (first && reveal(first.id, true)) pending.current = undefined;
  }, [sections, layout, reveal]);

  function current(): Tile | undefined {
    const found = element && currentTileElement(element);
    return found?.dataset.tile === undefined ? undefined : tileOf(found.dataset.tile);
  }

  function origin(): Origin | undefined {
    if (!element) return undefined;
    const focused = findTileElement(document.activeElement) ?? firstInSight(element, topMargin);
    const tile = focused?.dataset.tile === undefined ? undefined : tileOf(focused.dataset.tile);
    const top = topMargin - element.getBoundingClientRect().top;
    const bucket = monthAt(layout.months, top)?.bucket;
    return bucket === undefined ? undefined : { bucket, tile: pending.current ? undefined : tile };
  }

  function go(step: Step, direction: 1 | -1) {
    const from = pending.current ?? origin();
    const target = from && jump(sections, from, step, direction);
    if (!target) return;
    pending.current = undefined;
    if (target.tile && reveal(target.tile.id, true)) return;
    pending.current = target;
    scrollToMonth(target.bucket);
  }

  const withTile = (act: (tile: Tile) => void) => () => {
    const tile = current();
    if (!tile) return false;
    act(tile);
    return true;
  };

  useKeys(active, {
    d: () => go('day', 1),
    D: () => go('day', -1),
    m: () => go('month', 1),
    M: () => go('month', -1),
    y: () => go('year', 1),
    Y: () => go('year', -1),
    x: withTile((tile) => keys.select(tile, false)),
    X: withTile((tile) => keys.select(tile, true)),
    f: () => keys.favorite(current()),
    i: withTile((tile) => keys.open(tile, true)),
    // A tile opens by Space as a button would, not only by Enter as a link does.
    ' ': () => {
      const focused = document.activeElement;
      const tile = focused instanceof HTMLElement ? focused.dataset.tile : undefined;
      const found = tile === undefined ? undefined : tileOf(tile);
      if (!found) return false;
      keys.open(found, false);
      return true;
    },
    Delete: () => keys.trash(current()),
    ArrowRight: () => (findTileElement(document.activeElement) ? false : enterGrid(element)),
    ArrowLeft: () => (findTileElement(document.activeElement) ? false : enterGrid(element)),
    'Mod+a': keys.selectAll,
    Escape: keys.escape,
    '/': keys.search,
    '?': keys.help,
  });
}
