import { useMemo } from 'react';
import type { Media } from '@/lib/api/contract';
import { monthOf, type Tile } from '../../lib/tile';
import { useTimelineBuckets } from '../../api/use-timeline-buckets';
import { useKnownTile, useTimelineMonths } from '../../api/use-timeline-months';

interface Neighbours {
  tile: Tile | undefined;
  /** The one shown before it in the timeline: the newer one. */
  previous: Tile | undefined;
  next: Tile | undefined;
}

/** Where a medium stands in the timeline; has its month and those beside it fetched. */
export function useNeighbours(id: string, media: Media | undefined): Neighbours {
  const known = useKnownTile(id);
  const buckets = useTimelineBuckets(false);
  const place = known ?? media;
  const month = place && monthOf(place);

  const around = useMemo(() => {
    const at = buckets.data?.findIndex(({ bucket }) => bucket === month) ?? -1;
    return at < 0 ? [] : (buckets.data ?? []).slice(Math.max(0, at - 1), at + 2);
  }, [buckets.data, month]);
  const { tiles } = useTimelineMonths(around);

  return useMemo(() => {
    const order = around.flatMap(({ bucket }) => tiles.get(bucket) ?? []);
    const index = order.findIndex((tile) => tile.id === id);
    return {
      tile: order[index] ?? known,
      previous: index > 0 ? order[index - 1] : undefined,
      next: index >= 0 ? order[index + 1] : undefined,
    };
  }, [around, tiles, id, known]);
}
