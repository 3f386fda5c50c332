import { type Tile, tilesOf } from '@/components/media/tile';
import type { ItemResult, TrashPage } from '@/lib/api/contract';

export interface TrashedTile extends Tile {
  /** When it is deleted for ever. */
  purgeAt: string;
}

const dayMs = 24 * 60 * 60_000;

/** Whole days until then, begun ones counted; 0 once it is due. */
export function daysLeft(purgeAt: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(purgeAt) - now) / dayMs));
}

export function trashedTiles(pages: readonly TrashPage[]): TrashedTile[] {
  return pages.flatMap((page) =>
    tilesOf(page, page.renditions).map((tile, row) => ({
      ...tile,
      purgeAt: page.purgeAt[row] ?? '',
    })),
  );
}

/** How many of several went well, and how many didn't. */
export function tally(results: readonly ItemResult[]): { done: number; failed: number } {
  const failed = results.filter(({ status }) => status === 'FAILED').length;
  return { done: results.length - failed, failed };
}
