import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answer, api } from '@/lib/api/client';
import type { TimelineBucket } from '@/lib/api/contract';
import { pollAfter } from '@/lib/api/query-client';
import { type Tile, tilesOf } from '../lib/tile';

interface Month {
  tiles: Tile[];
  /** When its signed URLs run out. */
  expiresAt: number;
}

export const pollMs = 1_500;
const renewBeforeMs = 60_000;
const minRenewMs = 15_000;
/** Longer than a look at a photo or a film takes, so that coming back costs nothing. */
const keptMs = 30 * 60_000;

async function fetchMonth(bucket: string, signal: AbortSignal): Promise<Month> {
  const tiles: Tile[] = [];
  let expiresAt = Number.POSITIVE_INFINITY;
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? {} : { cursor };
    const page = await answer(
      api.GET('/api/v1/timeline/buckets/{bucket}', { params: { path: { bucket }, query }, signal }),
    );
    tiles.push(...tilesOf(page));
    expiresAt = Math.min(expiresAt, Date.parse(page.renditions.expiresAt));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return { tiles, expiresAt };
}

function isProcessing(month: Month | undefined): boolean {
  return month?.tiles.some((tile) => tile.state === 'PROCESSING') ?? false;
}

/** Soon while something is being prepared, else shortly before the URLs run out. */
function nextFetch(month: Month | undefined): number | false {
  if (!month) return false;
  if (isProcessing(month)) return pollMs;
  return Math.max(month.expiresAt - Date.now() - renewBeforeMs, minRenewMs);
}

export interface Months {
  tiles: ReadonlyMap<string, Tile[]>;
  processing: boolean;
  error: Error | null;
  retry: () => void;
}

/** The tiles of some months. A month whose count changed is fetched anew, the old shown meanwhile. */
export function useTimelineMonths(months: readonly TimelineBucket[]): Months {
  const client = useQueryClient();
  const combine = useCallback(
    (results: UseQueryResult<Month>[]): Months => ({
      tiles: new Map(
        results.flatMap(({ data }, index) => {
          const bucket = months[index]?.bucket;
          return data && bucket ? [[bucket, data.tiles] as const] : [];
        }),
      ),
      processing: results.some(({ data }) => isProcessing(data)),
      error: results.find(({ error, data }) => error && !data)?.error ?? null,
      retry: () => {
        for (const result of results) if (result.error) void result.refetch();
      },
    }),
    [months],
  );
  return useQueries({
    queries: months.map(({ bucket, count }) => ({
      queryKey: ['timeline', 'month', bucket, count],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchMonth(bucket, signal),
      gcTime: keptMs,
      placeholderData: () =>
        client
          .getQueriesData<Month>({ queryKey: ['timeline', 'month', bucket] })
          .map(([, month]) => month)
          .findLast((month) => month !== undefined),
      refetchInterval: (query: { state: { data: Month | undefined; error: unknown } }) => {
        const interval = nextFetch(query.state.data);
        return interval && pollAfter(interval, query.state.error);
      },
    })),
    combine,
  });
}

/** A tile of any month fetched so far. */
export function useKnownTile(id: string): Tile | undefined {
  return useQueryClient()
    .getQueriesData<Month>({ queryKey: ['timeline', 'month'] })
    .flatMap(([, month]) => month?.tiles ?? [])
    .find((tile) => tile.id === id);
}
