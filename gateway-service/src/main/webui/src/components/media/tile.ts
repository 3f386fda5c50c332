import type { MediaKind, MediaState } from '@/lib/api/contract';
import { formatDay, formatDuration, localClock } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { MediaColumns, Renditions } from '@/lib/api/contract';

/** What the timeline knows of one medium, as an object made from a bucket's columns. */
export interface Tile {
  id: string;
  kind: MediaKind;
  state: MediaState;
  /** Width by height, after orientation. */
  ratio: number;
  takenAt: string;
  utcOffsetMinutes: number | undefined;
  durationMs: number | undefined;
  thumbhash: string | undefined;
  thumbnailUrl: string | undefined;
  favorite: boolean;
  archived: boolean;
  animated: boolean;
  /** It comes with a short film of the moment. */
  live: boolean;
  /** The city where it was taken, else the country. */
  place: string | undefined;
}

export function tileClock(tile: Tile): Date {
  return localClock(tile.takenAt, tile.utcOffsetMinutes);
}

/** `2019-03-14`, where the photo was taken. */
export function dayOf(tile: Tile): string {
  return tileClock(tile).toISOString().slice(0, 10);
}

/** `2019-03`: the bucket that holds it. */
export function monthOf(taken: { takenAt: string; utcOffsetMinutes?: number | undefined }): string {
  return localClock(taken.takenAt, taken.utcOffsetMinutes).toISOString().slice(0, 7);
}

function tellState(tile: Tile): string | undefined {
  if (tile.state === 'PROCESSING') return texts.library.processing;
  return tile.state === 'READY' ? undefined : texts.library.failed;
}

/** The plain name by which screen readers, tests and tooltips know a tile. */
export function tileName(tile: Tile): string {
  const state = tellState(tile);
  return [
    texts.kinds[tile.kind],
    formatDay(tileClock(tile)),
    tile.place,
    state ?? (tile.durationMs && !tile.live ? formatDuration(tile.durationMs) : undefined),
    tile.live ? texts.find.live : undefined,
    tile.favorite ? texts.find.isFavorite : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Turns a page's columns into tiles; cells that are null become undefined. */
export function tilesOf(page: MediaColumns, renditions: Renditions): Tile[] {
  const { base, query } = renditions;
  return page.id.map((id, row) => {
    const kind = page.kind[row] ?? 'PHOTO';
    const key = page.renditionKey[row] ?? undefined;
    const ratio = page.ratio[row] ?? undefined;
    const thumbhash = page.thumbhash[row] ?? undefined;
    // A sound has no shape, and something to look at only where it brought a cover.
    const isSeen = ratio !== undefined || thumbhash !== undefined;
    return {
      id,
      kind,
      state: page.state[row] ?? 'READY',
      ratio: ratio ?? 1,
      takenAt: page.takenAt[row] ?? '',
      utcOffsetMinutes: page.utcOffsetMinutes[row] ?? undefined,
      durationMs: page.durationMs[row] ?? undefined,
      thumbhash,
      thumbnailUrl: key && isSeen ? `${base}${key}/thumbnail.webp${query}` : undefined,
      favorite: page.favorite[row] ?? false,
      archived: page.archived?.[row] ?? false,
      animated: page.animated?.[row] ?? false,
      live: page.live?.[row] ?? false,
      place: page.place?.[row] ?? undefined,
    };
  });
}
