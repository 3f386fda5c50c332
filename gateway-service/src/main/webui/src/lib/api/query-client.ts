import { QueryClient } from '@tanstack/react-query';
import { isPassing, toProblem } from '../problem';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && isPassing(toProblem(error)),
      },
    },
  });
}
