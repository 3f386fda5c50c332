import { BellRing } from 'lucide-react';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { Waiting } from '@/components/waiting';
import { texts } from '@/lib/texts';
import { useMarkAllRead, useMarkRead } from '../api/use-mark-read';
import { unreadOf, useNotifications } from '../api/use-notifications';
import { NotificationItem } from './notification-item';
import styles from './notifications-page.module.css';

const words = texts.notifications;

function NotificationList() {
  const notifications = useNotifications();
  const markRead = useMarkRead();
  if (notifications.isPending) return <Waiting />;
  if (!notifications.data) {
    return (
      <ProblemNotice error={notifications.error} onRetry={() => void notifications.refetch()} />
    );
  }
  const items = notifications.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState art={<BellRing size={56} strokeWidth={1.2} />} title={words.emptyTitle}>
        {words.empty}
      </EmptyState>
    );
  }
  return (
    <>
      {markRead.isError && <ProblemNotice error={markRead.error} />}
      {/* The role is said because a list without bullets loses it in some browsers. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" className={styles.list} aria-label={words.list}>
        {items.map((item) => (
          <NotificationItem
            key={item.id}
            notification={item}
            now={notifications.dataUpdatedAt}
            onRead={() => {
              if (!item.readAt) markRead.mutate([item.id]);
            }}
          />
        ))}
      </ul>
      {notifications.hasNextPage && (
        <Button
          look="outline"
          className={styles.more}
          busy={notifications.isFetchingNextPage}
          onClick={() => void notifications.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </>
  );
}

export function NotificationsPage() {
  const { data } = useNotifications();
  const markAll = useMarkAllRead();
  const unread = unreadOf(data);
  return (
    <Page
      narrow
      title={words.title}
      lead={data && words.lead(unread)}
      action={
        unread > 0 && (
          <Button
            look="outline"
            busy={markAll.isPending}
            onClick={() => {
              markAll.mutate();
            }}
          >
            {words.markAll}
          </Button>
        )
      }
    >
      {markAll.isError && <ProblemNotice error={markAll.error} />}
      <NotificationList />
    </Page>
  );
}
