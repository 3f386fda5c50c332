import { type Tile, tilesOf } from '@/components/media/tile';
import type { Memory, Renditions } from '@/lib/api/contract';

/** What was taken on a day of the year, in one year past. */
export interface MemoryYear {
  year: number;
  count: number;
  /** The first of them, at most twenty. */
  tiles: Tile[];
}

/** `2026-11-21`, by the reader's own calendar. */
export function localDay(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  const day = String(now.getDate()).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${day}`;
}

export function isDay(text: string | null | undefined): text is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text ?? ''));
}

/** The same day of another year; of a year without a 29th of February, the 28th. */
export function dayIn(year: number, day: string): string {
  const wanted = `${String(year).padStart(4, '0')}${day.slice(4)}`;
  const clock = new Date(`${wanted}T00:00:00Z`);
  const turned = Number.isNaN(clock.getTime()) || clock.toISOString().slice(0, 10) !== wanted;
  return turned ? `${wanted.slice(0, 8)}28` : wanted;
}

export function memoryYears(items: readonly Memory[], renditions: Renditions): MemoryYear[] {
  return items
    .map(({ year, count, media }) => ({ year, count, tiles: tilesOf(media, renditions) }))
    .filter(({ tiles }) => tiles.length > 0)
    .sort((a, b) => b.year - a.year);
}

/** The picture that stands for the year: the first that has one. */
export function coverOf({ tiles }: MemoryYear): Tile | undefined {
  return tiles.find(({ thumbnailUrl }) => thumbnailUrl) ?? tiles[0];
}
