import { useQuery } from '@tanstack/react-query';
import { fetchTags } from './media-calls';

/** The names of all tags in use, the most used first; empty until known. */
export function useTagNames(): string[] {
  const { data } = useQuery({ queryKey: ['tags'], queryFn: fetchTags });
  return [...(data?.items ?? [])].sort((a, b) => b.count - a.count).map(({ name }) => name);
}
