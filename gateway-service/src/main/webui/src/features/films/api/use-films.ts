import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { isInTheMaking } from '../lib/film';

/** All films, newest first; asked again while one is being made. */
export function useFilms() {
  return useInfiniteQuery({
    queryKey: ['films'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/videos', {
          params: { query: pageParam === undefined ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (query) =>
      query.state.data?.pages.some(({ items }) => items.some(isInTheMaking)) ? 2_000 : false,
  });
}
