import { useMutation } from '@tanstack/react-query';
import { answer, awaitedAnonymousApi } from '@/lib/api/client';
import { session } from '@/lib/session/browser-session';

/** Ends every session, and answers with the one that goes on here. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { oldPassword: string; newPassword: string }) =>
      session.exchange((token) =>
        answer(
          awaitedAnonymousApi.POST('/api/v1/auth/change-password', {
            body,
            headers: { Authorization: `Bearer ${token}` },
          }),
        ),
      ),
  });
}
