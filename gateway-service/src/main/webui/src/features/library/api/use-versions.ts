import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchVersions, restoreVersion } from './media-calls';

export function useVersions(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['media', id, 'versions'],
    queryFn: () => fetchVersions(id),
    enabled,
  });
}

/** Makes an earlier original the current one again; that is a version of its own. */
export function useRestoreVersion(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) => restoreVersion(id, version),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['media', id] });
      void client.invalidateQueries({ queryKey: ['timeline'] });
    },
  });
}
