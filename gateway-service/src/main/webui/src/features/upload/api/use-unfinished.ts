import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listUnfinished, uploadService } from './upload-service';

const queryKey = ['uploads', 'unfinished'];

/** Uploads that were begun and not completed, here or elsewhere; asked for anew as `moment` changes. */
export function useUnfinished(moment: string) {
  return useQuery({
    queryKey: [...queryKey, moment],
    queryFn: listUnfinished,
    placeholderData: keepPreviousData,
  });
}

/** Gives one up, so that its room comes back. */
export function useDiscard() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (uploadId: string) => uploadService.abandon(uploadId),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey }),
        queries.invalidateQueries({ queryKey: ['usage'] }),
      ]),
  });
}
