import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/lib/api/client';
import { withRead } from '../lib/with-read';
import { fetchNotifications, type NotificationPages, notificationsKey } from './use-notifications';

/** Most that one call may name. */
const maxIds = 500;
const pageLimit = 200;

async function markRead(ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += maxIds) {
    const body = { ids: ids.slice(from, from + maxIds) };
    await answer(api.POST('/api/v1/notifications/read', { body }));
  }
}

async function unreadIds(): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchNotifications(cursor, pageLimit);
    ids.push(...page.items.filter(({ readAt }) => !readAt).map(({ id }) => id));
    if (ids.length >= page.unread) break;
    cursor = page.nextCursor;
  } while (cursor);
  return ids;
}

/** Shown as read at once; what the service then says is the truth. */
export function useMarkRead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: markRead,
    onMutate: async (ids) => {
      await queryClient.cancelQueries({ queryKey: notificationsKey });
      queryClient.setQueryData<NotificationPages>(
        notificationsKey,
        (pages) => pages && withRead(pages, new Set(ids), new Date().toISOString()),
      );
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: notificationsKey }),
  });
}

/** Also those that this page has not loaded. */
export function useMarkAllRead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => markRead(await unreadIds()),
    onSettled: () => queryClient.invalidateQueries({ queryKey: notificationsKey }),
  });
}
