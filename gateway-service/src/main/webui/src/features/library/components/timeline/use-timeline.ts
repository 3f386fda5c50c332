import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTimelineBuckets } from '../../api/use-timeline-buckets';
import { loadMonths, useKnownMonths, useTimelineMonths } from '../../api/use-timeline-months';
import type { Filters } from '../../lib/filters';
import type { Section } from '../../lib/layout';

/** Fetched at once, so that the first screen is laid out from real ratios. */
const firstTiles = 80;
/** A picture that stays broken must not have its month fetched over and over. */
const renewEveryMs = 30_000;
const freshlySignedMs = 120_000;

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

function sameNames(a: readonly string[] | undefined, b: readonly string[]): boolean {
  return a?.length === b.length && b.every((name, index) => a[index] === name);
}

/** All sections of the timeline; only the months near the window are fetched and kept fresh. */
export function useTimeline(filters: Filters) {
  const [near, setNear] = useState<readonly string[]>();
  const [changing, setChanging] = useState(false);
  const buckets = useTimelineBuckets(filters, changing);

  const followed = useMemo(() => {
    const all = buckets.data ?? [];
    const names = new Set(near ?? firstBuckets(all));
    const found = all.filter(({ bucket }) => names.has(bucket));
    // Where the near ones are of another choice of filters, it begins from the top.
    const first = new Set(firstBuckets(all));
    return found.length > 0 ? found : all.filter(({ bucket }) => first.has(bucket));
  }, [buckets.data, near]);
  const months = useTimelineMonths(filters, followed);
  const known = useKnownMonths(filters, buckets.data);
  if (months.processing !== changing) setChanging(months.processing);

  const sections = useMemo<Section[] | undefined>(
    () => buckets.data?.map(({ bucket, count }) => ({ bucket, count, tiles: known.get(bucket) })),
    [buckets.data, known],
  );

  /** Tells which months are near the window. */
  const want = useCallback((names: readonly string[]) => {
    setNear((old) => (sameNames(old, names) ? old : names));
  }, []);

  const client = useQueryClient();
  /** Has months fetched wherever they are. */
  const load = useCallback(
    (names: readonly string[], signal: AbortSignal) => {
      const wanted = new Set(names);
      const found = (buckets.data ?? []).filter(({ bucket }) => wanted.has(bucket));
      return loadMonths(client, filters, found, signal);
    },
    [client, filters, buckets.data],
  );

  const renewedAt = useRef(0);
  const renew = useCallback(() => {
    const now = Date.now();
    if (now - renewedAt.current < renewEveryMs) return;
    renewedAt.current = now;
    void client.invalidateQueries({
      queryKey: ['timeline', 'month'],
      // A picture of a page signed just now is missing, and no other signature brings it.
      predicate: ({ state }) => now - state.dataUpdatedAt > freshlySignedMs,
    });
  }, [client]);

  return {
    sections,
    want,
    load,
    /** Has the pictures' URLs signed anew. */
    renew,
    error: buckets.data ? months.error : buckets.error,
    retry: () => {
      void buckets.refetch();
      months.retry();
    },
  };
}
