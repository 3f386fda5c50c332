import type { Section } from './layout';
import { monthOf, type Tile } from '@/components/media/tile';

/** The sections from one tile's to another's, in either direction; both included. */
function sectionsBetween(sections: readonly Section[], from: Tile, to: Tile): readonly Section[] {
  const start = sections.findIndex(({ bucket }) => bucket === monthOf(from));
  const end = sections.findIndex(({ bucket }) => bucket === monthOf(to));
  if (start < 0 || end < 0) return [];
  return sections.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/** The months that must be fetched before the range between two tiles is known. */
export function missingBetween(sections: readonly Section[], from: Tile, to: Tile): string[] {
  return missingOf(sectionsBetween(sections, from, to));
}

export function missingOf(sections: readonly Section[]): string[] {
  return sections.filter(({ tiles }) => !tiles).map(({ bucket }) => bucket);
}

/** Everything loaded from one tile to another, both included; the second alone where one is gone. */
export function tilesBetween(sections: readonly Section[], from: Tile, to: Tile): Tile[] {
  const tiles = sectionsBetween(sections, from, to).flatMap((section) => section.tiles ?? []);
  const start = tiles.findIndex(({ id }) => id === from.id);
  const end = tiles.findIndex(({ id }) => id === to.id);
  if (start < 0 || end < 0) return [to];
  return tiles.slice(Math.min(start, end), Math.max(start, end) + 1);
}
