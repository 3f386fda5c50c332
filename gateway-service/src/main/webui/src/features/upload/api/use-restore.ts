import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { ProblemError, readProblem } from '@/lib/problem';

/** Takes one medium out of the trash. */
export function useRestore() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (mediaId: string) => {
      const call = api.POST('/api/v1/trash/restore', { body: { ids: [mediaId] } });
      const problem = (await answer(call)).results?.[0]?.problem;
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
