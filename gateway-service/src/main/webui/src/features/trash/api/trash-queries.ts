import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { tally } from '../lib/trash';

const pageSize = 200;
/** More than this at once the service refuses. */
const batch = 500;

/** Some of what lies in the trash, or all of it. */
export type Chosen = readonly string[] | 'all';

export interface Outcome {
  done: number;
  failed: number;
}

/** What lies in the trash, that trashed last first. */
export function useTrash() {
  return useInfiniteQuery({
    queryKey: ['trash'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/trash', {
          params: {
            query: { limit: pageSize, ...(pageParam !== undefined && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

type Step = (ids: string[]) => Promise<Outcome>;

async function inBatches(ids: readonly string[], step: Step): Promise<Outcome> {
  const outcome = { done: 0, failed: 0 };
  for (let from = 0; from < ids.length; from += batch) {
    const { done, failed } = await step(ids.slice(from, from + batch));
    outcome.done += done;
    outcome.failed += failed;
  }
  return outcome;
}

async function restore(chosen: Chosen): Promise<Outcome> {
  const call = (body: { ids: string[] } | { all: true }) =>
    answer(api.POST('/api/v1/trash/restore', { body }));
  if (chosen === 'all') return { done: (await call({ all: true })).restored ?? 0, failed: 0 };
  return inBatches(chosen, async (ids) => tally((await call({ ids })).results ?? []));
}

async function purge(chosen: Chosen): Promise<Outcome> {
  const call = (body: { ids: string[] } | { all: true }) =>
    answer(api.DELETE('/api/v1/trash', { body }));
  if (chosen === 'all') return { done: (await call({ all: true })).purging ?? 0, failed: 0 };
  return inBatches(chosen, async (ids) => tally((await call({ ids })).results ?? []));
}

function trash(ids: readonly string[]): Promise<Outcome> {
  return inBatches(ids, async (some) => {
    const body = { ids: some };
    return tally((await answer(api.DELETE('/api/v1/media', { body }))).results);
  });
}

/** All that shows what is in the library, or how much room it takes. */
const touched = [['trash'], ['timeline'], ['search'], ['map'], ['memories'], ['usage']];

function useTrashChange<T>(change: (what: T) => Promise<Outcome>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all(touched.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

/** Brings back what was chosen. */
export function useRestore() {
  return useTrashChange<Chosen>(restore);
}

/** Deletes what was chosen for ever. */
export function usePurge() {
  return useTrashChange<Chosen>(purge);
}

/** Puts media into the trash again: the undo of a restore. */
export function useTrashAgain() {
  return useTrashChange<readonly string[]>(trash);
}
