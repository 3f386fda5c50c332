import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import type { CreateVideo, Video } from '@/lib/api/contract';
import { pollAfter } from '@/lib/api/query-client';
import { isInTheMaking } from '../lib/film-status';

const watchMs = 1_000;
const watchListMs = 2_000;

/** Newest first, a page at a time; asked again while any is in the making. */
export function useFilms() {
  return useInfiniteQuery({
    queryKey: ['videos'],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/v1/videos', { params: { query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isInTheMaking))
        ? pollAfter(watchListMs, state.error)
        : false,
  });
}

export function useFilm(id: string) {
  return useQuery({
    queryKey: ['videos', id],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/videos/{id}', { ...pathOf(id), signal })),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data && isInTheMaking(state.data) ? pollAfter(watchMs, state.error) : false,
  });
}

export function useCreateFilm() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateVideo) => answer(api.POST('/api/v1/videos', { body })),
    onSuccess: (film) => keep(queries, film),
  });
}

export function useRetryFilm(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(api.POST('/api/v1/videos/{id}/retry', pathOf(id))),
    onSuccess: (film) => keep(queries, film),
  });
}

/** Cancels a film in the making, which stays to be seen; one that is at rest goes for good. */
export function useDropFilm(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await answer(api.DELETE('/api/v1/videos/{id}', pathOf(id)));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['videos'], exact: true }),
  });
}

export function useFilmDownload(id: string) {
  return useMutation({
    mutationFn: () =>
      answer(
        api.GET('/api/v1/videos/{id}/content', {
          params: { path: { id }, query: { download: true } },
          headers: { Accept: 'application/json' },
        }),
      ),
    // Sent as an attachment, so the page stays.
    onSuccess: ({ url }) => window.location.assign(url),
  });
}

function pathOf(id: string) {
  return { params: { path: { id } } };
}

function keep(queries: QueryClient, film: Video): Promise<void> {
  queries.setQueryData(['videos', film.id], film);
  return queries.invalidateQueries({ queryKey: ['videos'], exact: true });
}
