import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { type Filters, isEmpty, isTurned, writeFilters } from '../lib/filters';

const pageSize = 200;
/** Longer than a look at a photo takes, so that coming back costs nothing. */
const keptMs = 30 * 60_000;

/** What has all that is asked for, newest first. */
export function useSearch(filters: Filters) {
  return useInfiniteQuery({
    queryKey: ['search', filters],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/v1/search', {
          params: {
            query: {
              ...writeFilters(filters),
              limit: pageSize,
              ...(pageParam !== undefined && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    enabled: !isEmpty(filters) && !isTurned(filters),
    gcTime: keptMs,
    placeholderData: keepPreviousData,
  });
}

/** Names that begin like what is typed. */
export function useSuggestions(text: string) {
  return useQuery({
    queryKey: ['search', 'suggestions', text],
    queryFn: async ({ signal }) => {
      const query = { q: text };
      const found = await answer(
        api.GET('/api/v1/search/suggestions', { params: { query }, signal }),
      );
      return found.items;
    },
    enabled: text !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}
