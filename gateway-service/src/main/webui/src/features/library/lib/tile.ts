import { formatDay, formatDuration, localClock } from '@/lib/format';
import { texts } from '@/lib/texts';

export type MediaKind = 'PHOTO' | 'VIDEO' | 'SOUND';
export type MediaState = 'PROCESSING' | 'READY' | 'REJECTED' | 'FAILED';

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
  previewUrl: string | undefined;
}

export function tileClock(tile: Tile): Date {
  return localClock(tile.takenAt, tile.utcOffsetMinutes);
}

/** `2019-03-14`, where the photo was taken. */
export function dayOf(tile: Tile): string {
  return tileClock(tile).toISOString().slice(0, 10);
}

/** The plain name by which screen readers, tests and tooltips know a tile. */
export function tileName(tile: Tile): string {
  const day = formatDay(tileClock(tile));
  const name = `${texts.kinds[tile.kind]}, ${day}`;
  if (tile.state === 'PROCESSING') return `${name}, ${texts.library.processing}`;
  return tile.durationMs ? `${name}, ${formatDuration(tile.durationMs)}` : name;
}
