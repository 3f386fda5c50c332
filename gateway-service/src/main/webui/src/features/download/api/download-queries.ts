import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import type { Download } from '@/lib/api/contract';
import { pollAfter } from '@/lib/api/query-client';
import { pollMs } from '../lib/download-state';

const listKey = ['downloads'];

/** Newest first; asked again while any is in the making, whatever page is shown. */
export function useDownloads() {
  return useQuery({
    queryKey: listKey,
    queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/downloads', { signal }))).items,
    staleTime: 10_000,
    refetchInterval: ({ state }) => {
      const wait = pollMs(state.data ?? [], Date.now());
      return wait === false ? false : pollAfter(wait, state.error);
    },
    refetchIntervalInBackground: true,
  });
}

/** How much some media are, before anything is packed. */
export function useDownloadCheck(mediaIds: readonly string[]) {
  return useQuery({
    queryKey: [...listKey, 'check', mediaIds],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/v1/downloads/check', { body: { mediaIds: [...mediaIds] }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useCreateDownload() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { mediaIds: string[]; name?: string }) =>
      answer(api.POST('/api/v1/downloads', { body })),
    onSuccess: (download) => {
      queries.setQueryData<Download[]>(listKey, (known) => [download, ...(known ?? [])]);
      return queries.invalidateQueries({ queryKey: listKey, exact: true });
    },
  });
}

/** Cancels one in the making; takes any other off the list, with its files. */
export function useDropDownload(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await answer(api.DELETE('/api/v1/downloads/{id}', { params: { path: { id } } }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: listKey, exact: true }),
  });
}

/** The link to a part as it is signed now: that on the page may have run out. */
export function useSavePart(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (number: number) => {
      const download = await answer(
        api.GET('/api/v1/downloads/{id}', { params: { path: { id } } }),
      );
      const url = download.parts.find((part) => part.number === number)?.url;
      if (url === undefined) await queries.invalidateQueries({ queryKey: listKey, exact: true });
      // Sent as an attachment, so the page stays.
      else window.location.assign(url);
    },
  });
}
