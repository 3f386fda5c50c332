import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { clustersOf } from '../lib/clusters';
import { loadCountries } from '../lib/outlines';
import type { Box } from '../lib/view';

/** Signed URLs live at least ten minutes. */
const urlLifeMs = 8 * 60_000;

/** What was taken in a part of the world, as close together as the zoom tells apart. */
export function useClusters(box: Box, zoom: number, ready: boolean) {
  const bbox = box.map((side) => Number(side.toFixed(5))).join(',');
  return useQuery({
    queryKey: ['map', bbox, zoom],
    queryFn: async ({ signal }) => {
      const query = { bbox, zoom };
      const { items, renditions } = await answer(
        api.GET('/api/v1/map/markers', { params: { query }, signal }),
      );
      return clustersOf(items, renditions, zoom);
    },
    enabled: ready,
    staleTime: urlLifeMs,
    placeholderData: keepPreviousData,
  });
}

export function useCountries() {
  return useQuery({
    queryKey: ['outlines'],
    queryFn: loadCountries,
    staleTime: Infinity,
    gcTime: Infinity,
    // They are the app's own and nobody's secret.
    meta: { ofNobody: true },
    networkMode: 'always',
  });
}
