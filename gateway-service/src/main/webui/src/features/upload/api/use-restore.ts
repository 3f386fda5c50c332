import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer } from '@/lib/api/client';
import type { WireProblem } from '@/lib/api/contract';
import { ProblemError, readProblem } from '@/lib/problem';
import { upcoming } from './wire';

interface Restored {
  results: { status: string; problem?: WireProblem }[];
}

/** Takes one medium out of the trash. */
export function useRestore() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (mediaId: string) => {
      const call = upcoming.POST('/api/v1/trash/restore', { body: { ids: [mediaId] } });
      const { results } = await answer<Restored>(call);
      const problem = results[0]?.problem;
      if (problem) {
        throw new ProblemError(
          readProblem(new Response(null, { status: problem.status }), problem),
        );
      }
    },
    onSuccess: () =>
      Promise.all(
        [['timeline'], ['trash'], ['usage']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
