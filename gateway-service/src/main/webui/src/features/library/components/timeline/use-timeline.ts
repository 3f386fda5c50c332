import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTimelineBuckets } from '../../api/use-timeline-buckets';
import { useTimelineMonths } from '../../api/use-timeline-months';
import type { Section } from '../../lib/layout';

/** Fetched at once, so that the first screen is laid out from real ratios. */
const firstTiles = 80;
/** A picture that stays broken must not have its month fetched over and over. */
const renewEveryMs = 30_000;

function firstBuckets(buckets: readonly { bucket: string; count: number }[]): string[] {
  const first: string[] = [];
  let tiles = 0;
  for (const { bucket, count } of buckets) {
    if (tiles >= firstTiles || first.length >= 12) break;
    first.push(bucket);
    tiles += count;
  }
  return first;
}

/** All sections of the timeline, fetched month by month as they come into view. */
export function useTimeline() {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  const [changing, setChanging] = useState(false);
  const buckets = useTimelineBuckets(changing);

  const fetched = useMemo(() => {
    const first = new Set(firstBuckets(buckets.data ?? []));
    return (buckets.data ?? []).filter(({ bucket }) => first.has(bucket) || wanted.has(bucket));
  }, [buckets.data, wanted]);
  const months = useTimelineMonths(fetched);
  if (months.processing !== changing) setChanging(months.processing);

  const sections = useMemo<Section[] | undefined>(
    () =>
      buckets.data?.map(({ bucket, count }) => ({
        bucket,
        count,
        tiles: months.tiles.get(bucket),
      })),
    [buckets.data, months.tiles],
  );

  const want = useCallback((names: readonly string[]) => {
    setWanted((known) =>
      names.every((name) => known.has(name)) ? known : new Set([...known, ...names]),
    );
  }, []);

  const client = useQueryClient();
  const renewedAt = useRef(0);
  const renew = useCallback(() => {
    const now = Date.now();
    if (now - renewedAt.current < renewEveryMs) return;
    renewedAt.current = now;
    void client.invalidateQueries({ queryKey: ['timeline', 'month'] });
  }, [client]);

  return {
    sections,
    want,
    /** Has the pictures' URLs signed anew. */
    renew,
    error: buckets.data ? months.error : buckets.error,
    retry: () => {
      void buckets.refetch();
      months.retry();
    },
  };
}
