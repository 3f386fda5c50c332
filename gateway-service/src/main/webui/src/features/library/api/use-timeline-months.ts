import {
  type QueryClient,
  type UseQueryResult,
  useQueries,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { answer, api } from '@/lib/api/client';
import type { TimelineBucket } from '@/lib/api/contract';
import { pollAfter } from '@/lib/api/query-client';
import { isPassing, toProblem } from '@/lib/problem';
import type { Filters } from '../lib/filters';
import { type Tile, tilesOf } from '@/components/media/tile';
import { cachedMonths, findTile, isMonthKey, type Month, monthKey } from './month-cache';

export const pollMs = 1_500;
/** A month that couldn't be fetched is asked for again by itself this often. */
const troubleMs = 10_000;
const renewBeforeMs = 60_000;
const minRenewMs = 15_000;
/** Longer than a look at a photo or a film takes, so that coming back costs nothing. */
const keptMs = 30 * 60_000;
/** Scrolled past again so soon, a month is shown as it is; edits and uploads ask for it anew. */
const freshMs = 5 * 60_000;
/** Fetched beside each other while a long range is selected. */
const parallel = 4;

async function fetchMonth(filters: Filters, bucket: string, signal: AbortSignal): Promise<Month> {
  const tiles: Tile[] = [];
  let expiresAt = Number.POSITIVE_INFINITY;
  let cursor: string | undefined;
  do {
    // The contract names the filters only once the service takes them.
    const query: { cursor?: string } = { ...filters, ...(cursor !== undefined && { cursor }) };
    const page = await answer(
      api.GET('/api/v1/timeline/buckets/{bucket}', { params: { path: { bucket }, query }, signal }),
    );
    tiles.push(...tilesOf(page, page.renditions));
    expiresAt = Math.min(expiresAt, Date.parse(page.renditions.expiresAt));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return { tiles, expiresAt };
}

function monthQuery(filters: Filters, { bucket, count }: TimelineBucket) {
  return {
    queryKey: monthKey(filters, bucket, count),
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchMonth(filters, bucket, signal),
    gcTime: keptMs,
    staleTime: freshMs,
  };
}

function isProcessing(month: Month | undefined): boolean {
  return month?.tiles.some((tile) => tile.state === 'PROCESSING') ?? false;
}

/** Soon while something is being prepared, else shortly before the URLs run out. */
function nextFetch(month: Month | undefined, error: unknown): number | false {
  if (!month) return error !== null && isPassing(toProblem(error)) && troubleMs;
  if (isProcessing(month)) return pollMs;
  return Math.max(month.expiresAt - Date.now() - renewBeforeMs, minRenewMs);
}

export interface Months {
  processing: boolean;
  error: Error | null;
  retry: () => void;
}

/** Fetches months, and keeps them fresh as long as they are asked for. */
export function useTimelineMonths(filters: Filters, months: readonly TimelineBucket[]): Months {
  const combine = useCallback(
    (results: UseQueryResult<Month>[]): Months => ({
      processing: results.some(({ data }) => isProcessing(data)),
      error: results.find(({ error, data }) => error && !data)?.error ?? null,
      retry: () => {
        for (const result of results) if (result.error) void result.refetch();
      },
    }),
    [],
  );
  return useQueries({
    queries: months.map((month) => ({
      ...monthQuery(filters, month),
      refetchInterval: (query: { state: { data: Month | undefined; error: unknown } }) => {
        const interval = nextFetch(query.state.data, query.state.error);
        return interval && pollAfter(interval, query.state.error);
      },
    })),
    combine,
  });
}

/** Counts the changes of any month in the cache, so that a component can follow them. */
class MonthChanges {
  private version = 0;
  private readonly client: QueryClient;

  constructor(client: QueryClient) {
    this.client = client;
  }

  readonly subscribe = (tell: () => void) =>
    this.client.getQueryCache().subscribe((event) => {
      const changed =
        event.type === 'removed' || (event.type === 'updated' && event.action.type === 'success');
      if (!changed || !isMonthKey(event.query.queryKey)) return;
      this.version++;
      tell();
    });

  readonly get = () => this.version;
}

/** The tiles of every month fetched so far, fresh or not. */
export function useKnownMonths(
  filters: Filters,
  buckets: readonly TimelineBucket[] | undefined,
): ReadonlyMap<string, Tile[]> {
  const client = useQueryClient();
  const changes = useMemo(() => new MonthChanges(client), [client]);
  const version = useSyncExternalStore(changes.subscribe, changes.get);
  return useMemo(() => {
    // What the cache holds can't be told by any other of these.
    void version;
    return cachedMonths(client, filters, buckets ?? []);
  }, [client, filters, buckets, version]);
}

/** Has months fetched that nothing shows yet, a few at a time. */
export async function loadMonths(
  client: QueryClient,
  filters: Filters,
  months: readonly TimelineBucket[],
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...months];
  const work = async () => {
    for (let month = waiting.shift(); month; month = waiting.shift()) {
      signal.throwIfAborted();
      await client.fetchQuery({ ...monthQuery(filters, month), staleTime: Infinity });
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
}

/** A tile of any month fetched so far. */
export function useKnownTile(id: string): Tile | undefined {
  const client = useQueryClient();
  return useMemo(() => findTile(client, id), [client, id]);
}
