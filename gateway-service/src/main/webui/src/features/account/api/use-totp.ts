import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import type { Me } from '@/lib/api/contract';

/** A new secret for as long as the page is open; nothing asks for another one behind its back. */
export function useNewTotp() {
  return useQuery({
    queryKey: ['totp'],
    queryFn: () => answer(api.POST('/api/v1/users/me/mfa/totp')),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}

export function useVerifyTotp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: string) =>
      answer(api.POST('/api/v1/users/me/mfa/totp/verify', { body: { code } })),
    onSuccess: () => {
      keepState(queries, true);
    },
  });
}

export function useTurnOffTotp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (password: string) =>
      answer(api.DELETE('/api/v1/users/me/mfa/totp', { body: { password } })),
    onSuccess: () => {
      keepState(queries, false);
    },
  });
}

function keepState(queries: QueryClient, mfaEnabled: boolean): void {
  queries.setQueryData<Me>(['me'], (me) => me && { ...me, mfaEnabled });
  void queries.invalidateQueries({ queryKey: ['me'] });
}
