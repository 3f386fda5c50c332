import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { memoryYears } from '../lib/memory';

/** Signed URLs live at least ten minutes. */
const urlLifeMs = 8 * 60_000;

/** What was taken on this day of earlier years, the latest first. */
export function useMemories(day: string) {
  return useQuery({
    queryKey: ['memories', day],
    queryFn: async ({ signal }) => {
      const { items, renditions } = await answer(
        api.GET('/api/v1/memories', { params: { query: { on: day } }, signal }),
      );
      return memoryYears(items, renditions);
    },
    staleTime: urlLifeMs,
    refetchInterval: urlLifeMs,
  });
}
