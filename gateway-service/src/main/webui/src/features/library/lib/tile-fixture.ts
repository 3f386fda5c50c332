import type { Section } from './layout';
import type { Tile } from '@/components/media/tile';

/** A tile for tests, of a photo taken at noon UTC. */
export function someTile(id: string, day: string, facts: Partial<Tile> = {}): Tile {
  return {
    id,
    kind: 'PHOTO',
    state: 'READY',
    ratio: 1.5,
    takenAt: `${day}T12:00:00.000Z`,
    utcOffsetMinutes: 0,
    durationMs: undefined,
    thumbhash: undefined,
    thumbnailUrl: undefined,
    favorite: false,
    archived: false,
    animated: false,
    live: false,
    place: undefined,
    ...facts,
  };
}

/** A month for tests, everything in it of the 15th; not loaded where so wished. */
export function someMonth(bucket: string, count: number, loaded = true): Section {
  const tiles = Array.from({ length: count }, (_, index) =>
    someTile(`${bucket}-${index}`, `${bucket}-15`),
  );
  return { bucket, count, tiles: loaded ? tiles : undefined };
}
