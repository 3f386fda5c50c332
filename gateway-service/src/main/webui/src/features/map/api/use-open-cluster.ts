import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answer, api } from '@/lib/api/client';
import type { ViewerState } from '@/lib/viewer-state';
import type { Cluster } from '../lib/clusters';

/** What is told of a place, as far as it is named. */
interface NamedPlace {
  city?: string;
  region?: string;
  country?: string;
}

const fromMap: ViewerState = { fromGrid: true };

async function placeOf(mediaId: string): Promise<string | undefined> {
  const params = { path: { id: mediaId } };
  const { place } = await answer(api.GET('/api/v1/media/{id}', { params }));
  const { city, region, country }: NamedPlace = place ?? {};
  return city ?? region ?? country;
}

/** Opens what no closer look tells apart: one item by itself, several by the place they share. */
export function useOpenCluster() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ mediaId, count }: Cluster) => {
      const place = count > 1 ? await placeOf(mediaId) : undefined;
      const query = new URLSearchParams(place ? { place } : {});
      if (place) await navigate(`/search?${query.toString()}`);
      else await navigate(`/photos/${mediaId}`, { state: fromMap });
    },
  });
}
