import { dayOf, monthOf, type Tile } from '@/components/media/tile';
import type { Section } from './layout';

export type Step = 'day' | 'month' | 'year';

/** Where a jump goes: to a month's first picture, or to a day's where that is known. */
export interface Target {
  bucket: string;
  tile: Tile | undefined;
}

/** Where a jump begins: at a picture, or where none is loaded in a month. */
export interface Origin {
  bucket: string;
  tile: Tile | undefined;
}

function target(section: Section | undefined, tile?: Tile): Target | undefined {
  return section && { bucket: section.bucket, tile: tile ?? section.tiles?.[0] };
}

function year({ bucket }: Section): string {
  return bucket.slice(0, 4);
}

/** The first section of the nearest other year; older for 1, newer for -1. */
function yearStep(sections: readonly Section[], at: number, direction: 1 | -1) {
  const here = sections[at];
  if (!here) return undefined;
  if (direction > 0) {
    return target(sections.slice(at).find((section) => year(section) !== year(here)));
  }
  const newer = sections.slice(0, at).findLast((section) => year(section) !== year(here));
  return target(newer && sections.find((section) => year(section) === year(newer)));
}

/** The nearest other day in the same month, else the neighbouring month's nearest day. */
function dayStep(sections: readonly Section[], at: number, from: Tile, direction: 1 | -1) {
  const tiles = sections[at]?.tiles ?? [];
  const day = dayOf(from);
  const index = tiles.findIndex(({ id }) => id === from.id);
  if (direction > 0) {
    const next = tiles.slice(index + 1).find((tile) => dayOf(tile) !== day);
    return next ? target(sections[at], next) : target(sections[at + 1]);
  }
  const newer = tiles.slice(0, Math.max(0, index)).findLast((tile) => dayOf(tile) !== day);
  if (newer) return target(sections[at], firstOf(tiles, newer));
  const above = sections[at - 1];
  const last = above?.tiles?.at(-1);
  return target(above, last && above?.tiles && firstOf(above.tiles, last));
}

/** The first tile of the same day. */
function firstOf(tiles: readonly Tile[], of: Tile): Tile {
  return tiles.find((tile) => dayOf(tile) === dayOf(of)) ?? of;
}

/** Where a step leads: 1 is onward, to older ones; undefined where there are no more. */
export function jump(
  sections: readonly Section[],
  origin: Origin,
  step: Step,
  direction: 1 | -1,
): Target | undefined {
  const bucket = origin.tile ? monthOf(origin.tile) : origin.bucket;
  const at = sections.findIndex((section) => section.bucket === bucket);
  if (at < 0) return undefined;
  if (step === 'year') return yearStep(sections, at, direction);
  if (step === 'day' && origin.tile) return dayStep(sections, at, origin.tile, direction);
  return target(sections[at + direction]);
}
