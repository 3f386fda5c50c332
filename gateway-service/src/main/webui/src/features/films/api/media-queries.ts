import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import type { Media } from '@/lib/api/contract';

const maxIdsPerQuestion = 100;
/** Songs lie in the timeline by the day they came; older months than these aren't searched. */
const monthsSearched = 36;

/** What is known of picked media, by id; those that aren't there are left out. */
export function usePickedMedia(ids: readonly string[]) {
  return useQuery({
    queryKey: ['media', 'picked', [...ids].sort()],
    queryFn: async ({ signal }) => {
      const items = await listMedia(ids, signal);
      return new Map(items.map((item) => [item.id, item]));
    },
    enabled: ids.length > 0,
    // The same media in another order, or less one, are known already.
    placeholderData: (previous) => previous,
  });
}

/** The user's own sounds, for a film's music. */
export function useSounds() {
  return useQuery({
    queryKey: ['timeline', 'sounds'],
    queryFn: async ({ signal }) => listMedia(await findSounds(signal), signal),
  });
}

async function listMedia(ids: readonly string[], signal: AbortSignal): Promise<Media[]> {
  const found: Media[] = [];
  for (let from = 0; from < ids.length; from += maxIdsPerQuestion) {
    const some = ids.slice(from, from + maxIdsPerQuestion).join(',');
    const { items } = await answer(
      api.GET('/api/v1/media', { params: { query: { ids: some } }, signal }),
    );
    found.push(...items);
  }
  return found;
}

async function findSounds(signal: AbortSignal): Promise<string[]> {
  const buckets = await answer(api.GET('/api/v1/timeline/buckets', { signal }));
  const sounds: string[] = [];
  for (const { bucket } of buckets.slice(0, monthsSearched)) {
    sounds.push(...(await soundsOf(bucket, signal)));
  }
  return sounds;
}

async function soundsOf(bucket: string, signal: AbortSignal): Promise<string[]> {
  const sounds: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await answer(
      api.GET('/api/v1/timeline/buckets/{bucket}', {
        params: { path: { bucket }, query: { cursor, limit: 2000 } },
        signal,
      }),
    );
    sounds.push(
      ...page.id.filter((_, at) => page.kind[at] === 'SOUND' && page.state[at] === 'READY'),
    );
    cursor = page.nextCursor;
  } while (cursor);
  return sounds;
}
