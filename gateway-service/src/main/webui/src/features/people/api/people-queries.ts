import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import type { Person } from '@/lib/api/contract';

type PeoplePages = InfiniteData<{ items: Person[]; nextCursor?: string | undefined }>;

/** A page at a time; all, or those whose address begins so. */
export function usePeople(email: string) {
  return useInfiniteQuery({
    queryKey: ['people', email],
    queryFn: ({ pageParam, signal }) => {
      const query = { cursor: pageParam, email: email || undefined };
      return answer(api.GET('/api/v1/admin/auth/users', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function useChangePerson(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (suspended: boolean) =>
      answer(
        api.PATCH('/api/v1/admin/auth/users/{id}', {
          params: { path: { id } },
          body: { suspended },
        }),
      ),
    onSuccess: (changed) => {
      queries.setQueriesData<PeoplePages>(
        { queryKey: ['people'] },
        (pages) => pages && withPerson(pages, changed),
      );
    },
  });
}

function withPerson(pages: PeoplePages, changed: Person): PeoplePages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === changed.id ? changed : item)),
    })),
  };
}
