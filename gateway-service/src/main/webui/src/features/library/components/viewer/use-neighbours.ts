import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { findTile } from '../../api/month-cache';
import { useTimelineBuckets } from '../../api/use-timeline-buckets';
import { useKnownMonths, useKnownTile, useTimelineMonths } from '../../api/use-timeline-months';
import { filtersOf } from '../../lib/filters';
import { monthOf, type Tile } from '../../lib/tile';

/** One beside the medium shown; its tile only where the timeline knows it. */
export interface Neighbour {
  id: string;
  tile: Tile | undefined;
}

export interface Neighbours {
  tile: Tile | undefined;
  /** Up to two before it, the nearest first; in the timeline these are newer. */
  before: Neighbour[];
  after: Neighbour[];
}

const reach = 2;

function around(order: readonly Neighbour[], id: string) {
  const at = order.findIndex((neighbour) => neighbour.id === id);
  if (at < 0) return { before: [], after: [] };
  return {
    before: order.slice(Math.max(0, at - reach), at).reverse(),
    after: order.slice(at + 1, at + 1 + reach),
  };
}

/**
 * Where a medium stands: in the list that the viewer was opened with, else in the timeline, whose
 * month it has fetched, and those beside it.
 */
export function useNeighbours(
  id: string,
  taken: { takenAt: string; utcOffsetMinutes?: number } | undefined,
  ids: readonly string[] | undefined,
): Neighbours {
  const client = useQueryClient();
  const known = useKnownTile(id);
  const [params] = useSearchParams();
  const search = params.toString();
  const filters = useMemo(() => filtersOf(new URLSearchParams(search)), [search]);
  const buckets = useTimelineBuckets(filters, false);
  const place = known ?? taken;
  const month = place && monthOf(place);

  const months = useMemo(() => {
    const at = buckets.data?.findIndex(({ bucket }) => bucket === month) ?? -1;
    return at < 0 || ids ? [] : (buckets.data ?? []).slice(Math.max(0, at - 1), at + 2);
  }, [buckets.data, month, ids]);
  useTimelineMonths(filters, months);
  const tiles = useKnownMonths(filters, buckets.data);

  return useMemo(() => {
    if (ids) {
      const beside = around(
        ids.map((other) => ({ id: other, tile: undefined })),
        id,
      );
      const named = (one: Neighbour) => ({ ...one, tile: findTile(client, one.id) });
      return { tile: known, before: beside.before.map(named), after: beside.after.map(named) };
    }
    const order = months
      .flatMap(({ bucket }) => tiles.get(bucket) ?? [])
      .map((tile) => ({ id: tile.id, tile }));
    const tile = order.find((neighbour) => neighbour.id === id)?.tile ?? known;
    return { tile, ...around(order, id) };
  }, [ids, months, tiles, id, known, client]);
}
