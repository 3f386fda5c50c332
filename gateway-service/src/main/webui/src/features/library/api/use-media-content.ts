import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';

export type Variant = 'original' | 'preview' | 'playback';

function fetchContent(id: string, variant: Variant, download: boolean) {
  return answer(
    api.GET('/api/v1/media/{id}/content', {
      params: { path: { id }, query: { variant, download } },
      headers: { Accept: 'application/json' },
    }),
  );
}

/** A signed URL of one variant; pass no variant to ask for nothing. */
export function useMediaContent(id: string, variant: Variant | undefined) {
  return useQuery({
    queryKey: ['media', id, 'content', variant],
    queryFn: () => fetchContent(id, variant ?? 'preview', false),
    enabled: variant !== undefined,
    staleTime: 5 * 60_000,
  });
}

/** Saves the original under its own name. */
export function useDownloadOriginal() {
  return useMutation({
    mutationFn: async (id: string) => {
      const { url } = await fetchContent(id, 'original', true);
      window.location.assign(url);
    },
  });
}
