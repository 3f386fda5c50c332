import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api } from '@/lib/api/client';
import { useMedia } from './use-media';

export type Variant = 'original' | 'preview' | 'poster' | 'playback' | 'waveform' | 'cover';

/** Signed URLs live at least ten minutes. */
const urlLifeMs = 8 * 60_000;

function fetchContent(id: string, variant: Variant, download: boolean, signal?: AbortSignal) {
  return answer(
    api.GET('/api/v1/media/{id}/content', {
      params: { path: { id }, query: { variant, download } },
      headers: { Accept: 'application/json' },
      signal: signal ?? null,
    }),
  );
}

function contentQuery(id: string, variant: Variant) {
  return {
    queryKey: ['media', id, 'content', variant],
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchContent(id, variant, false, signal),
    staleTime: urlLifeMs,
    gcTime: urlLifeMs,
  };
}

/** A signed URL of one variant; it stays the same while shown, lest a video begin anew. */
export function useMediaContent(id: string, variant: Variant, enabled = true) {
  return useQuery({
    ...contentQuery(id, variant),
    enabled,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** The URL of the film that comes with a live photo, known by the photo, once it is wanted. */
export function useMoment(id: string, wanted: boolean): string | undefined {
  const { data } = useMedia(id, wanted);
  const videoId = data?.livePhoto?.videoId;
  return useMediaContent(videoId ?? '', 'playback', wanted && videoId !== undefined).data?.url;
}

/** The loudness of a sound over time, as audiowaveform writes it. */
export interface Waveform {
  bits: number;
  /** Lowest and highest sample of each stretch, in turn. */
  data: number[];
}

export function useWaveform(id: string, enabled: boolean) {
  const content = useMediaContent(id, 'waveform', enabled);
  const url = content.data?.url;
  const { data } = useQuery({
    queryKey: ['media', id, 'waveform'],
    queryFn: async ({ signal }) => {
      const response = await fetch(url ?? '', { signal });
      if (!response.ok) throw new Error(`waveform: ${response.status}`);
      return (await response.json()) as Waveform;
    },
    enabled: url !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  return data;
}

async function preload(client: QueryClient, id: string): Promise<void> {
  await client.prefetchQuery(contentQuery(id, 'preview'));
  const content = client.getQueryData<{ url: string }>(contentQuery(id, 'preview').queryKey);
  if (content) new Image().src = content.url;
}

/** Has the previews of photos ready before they are asked for. */
export function usePreload(ids: readonly string[]): void {
  const client = useQueryClient();
  const joined = ids.join();
  useEffect(() => {
    for (const id of joined.split(',').filter(Boolean)) void preload(client, id);
  }, [client, joined]);
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
