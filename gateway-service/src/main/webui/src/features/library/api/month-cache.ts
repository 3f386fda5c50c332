import type { QueryClient } from '@tanstack/react-query';
import type { TimelineBucket } from '@/lib/api/contract';
import { type Filters, shows } from '../lib/filters';
import { monthOf, type Tile } from '@/components/media/tile';

/** One month of the timeline as fetched. */
export interface Month {
  tiles: Tile[];
  /** When its signed URLs run out. */
  expiresAt: number;
}

export const timelineKey = ['timeline'] as const;
const monthsKey = ['timeline', 'month'] as const;
const bucketsOnly = ['timeline', 'buckets'] as const;

/** The filters are in the keys, so that each view has its own months. */
export function bucketsKey(filters: Filters) {
  return [...bucketsOnly, filters] as const;
}

/** The count is in the key: a month that gained or lost something is fetched anew. */
export function monthKey(filters: Filters, bucket: string, count: number) {
  return [...monthsKey, filters, bucket, count] as const;
}

export function isMonthKey(key: readonly unknown[]): boolean {
  return key[0] === monthsKey[0] && key[1] === monthsKey[1];
}

/** Every month of these filters that has been fetched; with another count where none has the right one. */
export function cachedMonths(
  client: QueryClient,
  filters: Filters,
  buckets: readonly TimelineBucket[],
): ReadonlyMap<string, Tile[]> {
  const counts = new Map(buckets.map(({ bucket, count }) => [bucket, count]));
  const found = new Map<string, { tiles: Tile[]; exact: boolean; at: number }>();
  const queries = client.getQueryCache().findAll({ queryKey: [...monthsKey, filters] });
  for (const { queryKey, state } of queries) {
    const [, , , bucket, count] = queryKey as ReturnType<typeof monthKey>;
    const month = state.data as Month | undefined;
    if (!month) continue;
    const known = found.get(bucket);
    const exact = counts.get(bucket) === count;
    const better =
      !known ||
      (exact && !known.exact) ||
      (exact === known.exact && state.dataUpdatedAt > known.at);
    if (better) found.set(bucket, { tiles: month.tiles, exact, at: state.dataUpdatedAt });
  }
  return new Map([...found].map(([bucket, { tiles }]) => [bucket, tiles]));
}

/** A tile of any month fetched so far, as last seen. */
export function findTile(client: QueryClient, id: string): Tile | undefined {
  let found: Tile | undefined;
  for (const { state } of client.getQueryCache().findAll({ queryKey: monthsKey })) {
    const month = state.data as Month | undefined;
    found = month?.tiles.find((tile) => tile.id === id) ?? found;
  }
  return found;
}

export type TileChange = Partial<Pick<Tile, 'favorite' | 'archived' | 'place'>>;

/** Takes tiles out of a view's months, and out of their counts, without asking the service. */
function drop(client: QueryClient, filters: Filters, gone: ReadonlySet<string>): void {
  const buckets = client.getQueryData<TimelineBucket[]>(bucketsKey(filters));
  if (!buckets) return;
  const kept = buckets.map((entry) => {
    const key = monthKey(filters, entry.bucket, entry.count);
    const month = client.getQueryData<Month>(key);
    const tiles = month?.tiles.filter(({ id }) => !gone.has(id));
    if (!month || !tiles || tiles.length === month.tiles.length) return entry;
    const count = entry.count - (month.tiles.length - tiles.length);
    client.setQueryData<Month>(monthKey(filters, entry.bucket, count), { ...month, tiles });
    return { ...entry, count };
  });
  client.setQueryData(
    bucketsKey(filters),
    kept.filter(({ count }) => count > 0),
  );
}

/** Every set of filters whose buckets have been fetched. */
function views(client: QueryClient): Filters[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: bucketsOnly })
    .map(({ queryKey }) => (queryKey as ReturnType<typeof bucketsKey>)[2]);
}

/** Shows a change before the service has confirmed it; what the filters no longer show goes. */
export function changeTiles(client: QueryClient, tiles: readonly Tile[], change: TileChange): void {
  const ids = new Set(tiles.map(({ id }) => id));
  const months = new Set(tiles.map(monthOf));
  for (const filters of views(client)) {
    const queries = client.getQueryCache().findAll({ queryKey: [...monthsKey, filters] });
    for (const { queryKey, state } of queries) {
      const month = state.data as Month | undefined;
      if (!month || !months.has((queryKey as ReturnType<typeof monthKey>)[3])) continue;
      client.setQueryData<Month>(queryKey, {
        ...month,
        tiles: month.tiles.map((tile) => (ids.has(tile.id) ? { ...tile, ...change } : tile)),
      });
    }
    const gone = tiles.filter((tile) => !shows(filters, { ...tile, ...change }));
    if (gone.length > 0) drop(client, filters, new Set(gone.map(({ id }) => id)));
  }
}

/** Has those views fetched anew that show now what they didn't before; nothing of the others. */
export async function refreshViews(
  client: QueryClient,
  before: readonly Tile[],
  change: TileChange,
): Promise<void> {
  const joined = views(client).filter((filters) =>
    before.some((tile) => !shows(filters, tile) && shows(filters, { ...tile, ...change })),
  );
  await Promise.all(
    joined.map((filters) => client.invalidateQueries({ queryKey: bucketsKey(filters) })),
  );
}

/** Has months fetched anew in every view, and how many each holds. */
export async function refreshMonths(client: QueryClient, months: readonly string[]): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: bucketsOnly }),
    client.invalidateQueries({
      queryKey: monthsKey,
      predicate: ({ queryKey }) =>
        months.includes((queryKey as unknown as ReturnType<typeof monthKey>)[3]),
    }),
  ]);
}

/** Takes tiles out of every view at once. */
export function dropTiles(client: QueryClient, ids: readonly string[]): void {
  const gone = new Set(ids);
  for (const filters of views(client)) drop(client, filters, gone);
}
