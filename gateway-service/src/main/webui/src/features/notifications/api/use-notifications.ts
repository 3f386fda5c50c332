import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import type { Notification } from '@/lib/api/contract';
import { pollAfter } from '@/lib/api/query-client';

export interface NotificationPage {
  items: Notification[];
  unread: number;
  nextCursor?: string | undefined;
}

export type NotificationPages = InfiniteData<NotificationPage>;

export const notificationsKey = ['notifications'];

const refreshMs = 20_000;

export function fetchNotifications(cursor: string | undefined, limit?: number) {
  return answer(api.GET('/api/v1/notifications', { params: { query: { cursor, limit } } }));
}

/** Newest first; asked for again now and then while the page is looked at. */
export function useNotifications() {
  return useInfiniteQuery({
    queryKey: notificationsKey,
    queryFn: ({ pageParam }) => fetchNotifications(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => pollAfter(refreshMs, state.error),
  });
}

/** How many are unread in all, not only among those that were loaded. */
export function unreadOf(pages: NotificationPages | undefined): number {
  return pages?.pages[0]?.unread ?? 0;
}
