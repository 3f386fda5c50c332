import { useMutation } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';

export function useDownloadFilm() {
  return useMutation({
    mutationFn: async (id: string) => {
      const { url } = await answer(
        api.GET('/api/v1/videos/{id}/content', {
          params: { path: { id }, query: { download: true } },
          headers: { Accept: 'application/json' },
        }),
      );
      window.location.assign(url);
    },
  });
}
