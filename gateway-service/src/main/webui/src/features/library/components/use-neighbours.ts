import { useEffect } from 'react';
import { localClock } from '@/lib/format';
import type { Media } from '@/lib/api/contract';
import type { Tile } from '../lib/tile';
import { useTimelineContext } from './timeline-context';

interface Neighbours {
  tile: Tile | undefined;
  previous: Tile | undefined;
  next: Tile | undefined;
}

/** Where a photo stands in the timeline; has the months around it fetched. */
export function useNeighbours(id: string, media: Media | undefined): Neighbours {
  const { sections, tiles, want } = useTimelineContext();
  const index = tiles.findIndex((tile) => tile.id === id);
  const tile = tiles[index];
  const place = tile ?? media;

  useEffect(() => {
    if (!place) return;
    const month = localClock(place.takenAt, place.utcOffsetMinutes).toISOString().slice(0, 7);
    const at = sections.findIndex((section) => section.bucket === month);
    if (at < 0) return;
    want(sections.slice(Math.max(0, at - 1), at + 2).map((section) => section.bucket));
  }, [place, sections, want]);

  return {
    tile,
    previous: index > 0 ? tiles[index - 1] : undefined,
    next: index >= 0 ? tiles[index + 1] : undefined,
  };
}
