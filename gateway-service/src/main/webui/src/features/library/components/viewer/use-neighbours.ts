import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Viewing } from '@/components/media/viewing';
import { useTimelineBuckets } from '../../api/use-timeline-buckets';
import { useKnownMonths, useKnownTile, useTimelineMonths } from '../../api/use-timeline-months';
import { filtersOf } from '../../lib/filters';
import { monthOf, type Tile } from '@/components/media/tile';

/** One beside the medium shown. */
export interface Neighbours {
  tile: Tile | undefined;
  /** Up to two before it, the nearest first; in the timeline these are newer. */
  before: readonly Tile[];
  after: readonly Tile[];
}

const reach = 2;

function around(order: readonly Tile[], id: string, known: Tile | undefined): Neighbours {
  const at = order.findIndex((tile) => tile.id === id);
  if (at < 0) return { tile: known, before: [], after: [] };
  return {
    tile: order[at],
    before: order.slice(Math.max(0, at - reach), at).reverse(),
    after: order.slice(at + 1, at + 1 + reach),
  };
}

/**
 * Where a medium stands: in the grid that the viewer was opened over, else in the timeline, whose
 * month it has fetched, and those beside it.
 */
export function useNeighbours(
  id: string,
  taken: { takenAt: string; utcOffsetMinutes?: number } | undefined,
  viewing: Viewing | undefined,
): Neighbours {
  const known = useKnownTile(id);
  const [params] = useSearchParams();
  const search = params.toString();
  const filters = useMemo(() => filtersOf(new URLSearchParams(search)), [search]);
  const buckets = useTimelineBuckets(filters, false, !viewing);
  const place = known ?? taken;
  const month = place && monthOf(place);

  const months = useMemo(() => {
    const at = buckets.data?.findIndex(({ bucket }) => bucket === month) ?? -1;
    return at < 0 ? [] : (buckets.data ?? []).slice(Math.max(0, at - 1), at + 2);
  }, [buckets.data, month]);
  useTimelineMonths(filters, months);
  const tiles = useKnownMonths(filters, buckets.data);

  const shown = viewing?.tiles;
  const found = useMemo(() => {
    const order = shown ?? months.flatMap(({ bucket }) => tiles.get(bucket) ?? []);
    return around(order, id, known);
  }, [shown, months, tiles, id, known]);

  const more = viewing?.more;
  const ending = found.tile !== undefined && found.after.length < reach;
  useEffect(() => {
    if (ending) more?.();
  }, [ending, more]);
  return found;
}
