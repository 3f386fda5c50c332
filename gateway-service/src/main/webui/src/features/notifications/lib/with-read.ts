import type { NotificationPages } from '../api/use-notifications';

/** The pages with these notifications read; those that were read before keep their time. */
export function withRead(
  pages: NotificationPages,
  ids: ReadonlySet<string>,
  readAt: string,
): NotificationPages {
  let newlyRead = 0;
  const marked = pages.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => {
      if (item.readAt || !ids.has(item.id)) return item;
      newlyRead++;
      return { ...item, readAt };
    }),
  }));
  return {
    ...pages,
    pages: marked.map((page) => ({ ...page, unread: Math.max(page.unread - newlyRead, 0) })),
  };
}
