import { Bell } from 'lucide-react';
import { NavLink } from 'react-router';
import { texts } from '@/lib/texts';
import { unreadOf, useNotifications } from '../api/use-notifications';
import styles from './notification-bell.module.css';

export function NotificationBell() {
  const unread = unreadOf(useNotifications().data);
  const label = texts.notifications.bell(unread);
  return (
    <NavLink to="/notifications" className={styles.bell} aria-label={label} title={label}>
      <Bell size={22} aria-hidden="true" />
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </NavLink>
  );
}
