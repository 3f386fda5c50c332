import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { toasts } from '@/components/toast-store';
import { createQueryClient } from '@/lib/api/query-client';
import { session } from '@/lib/session/browser-session';

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);

  // Nothing that one account has seen may be left for the next. What belongs to no account stays:
  // a page that shows it, and waits for its answer, would wait for ever.
  useEffect(() => {
    let user = session.getUser();
    return session.subscribe(() => {
      const another = user !== undefined && session.getUser() !== user;
      user = session.getUser();
      if (!another && session.getStatus() !== 'signed-out') return;
      queryClient.removeQueries({ predicate: ({ meta }) => meta?.ofNobody !== true });
      queryClient.getMutationCache().clear();
      toasts.clear();
    });
  }, [queryClient]);

  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
