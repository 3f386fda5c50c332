import { useMutation, useQuery } from '@tanstack/react-query';
import { anonymousApi, answer, api } from '@/lib/api/client';
import { pollAfter } from '@/lib/api/query-client';

const firstMs = 3_000;
const laterMs = 12_000;

export function useDeleteAccount() {
  return useMutation({
    mutationFn: (password: string) =>
      answer(api.DELETE('/api/v1/users/me', { body: { password } })),
  });
}

/** How far a deletion is: soon again at first, then within what one address may ask. */
export function useDeletionStatus(receipt: string | undefined) {
  return useQuery({
    queryKey: ['deletion', receipt],
    queryFn: () =>
      answer(
        anonymousApi.POST('/api/v1/auth/deletion-status', {
          body: { receipt: receipt ?? '' },
        }),
      ),
    enabled: receipt !== undefined,
    meta: { ofNobody: true },
    refetchInterval: ({ state }) => {
      if (!state.data || state.data.state === 'COMPLETED') return false;
      return pollAfter(state.dataUpdateCount < 4 ? firstMs : laterMs, state.error);
    },
  });
}
