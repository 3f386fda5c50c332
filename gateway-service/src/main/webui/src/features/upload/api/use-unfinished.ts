import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listUnfinished, uploadService } from './upload-service';

const queryKey = ['uploads', 'unfinished'];

/** Uploads that were begun and not completed, here or elsewhere. */
export function useUnfinished() {
  return useQuery({ queryKey, queryFn: listUnfinished });
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
