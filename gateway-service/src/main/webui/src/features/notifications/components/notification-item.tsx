import {
  Check,
  Clapperboard,
  Egg,
  FileWarning,
  KeyRound,
  LogOut,
  ShieldCheck,
  ShieldOff,
  TriangleAlert,
} from 'lucide-react';
import { Link } from 'react-router';
import { IconButton } from '@/components/button';
import { formatAgo } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { Notification } from '@/lib/api/contract';
import { wordingOf } from '../lib/wording';
import styles from './notification-item.module.css';

const icons = {
  WELCOME: Egg,
  VIDEO_READY: Clapperboard,
  VIDEO_FAILED: TriangleAlert,
  MEDIA_REJECTED: FileWarning,
  PASSWORD_CHANGED: KeyRound,
  PASSWORD_RESET: KeyRound,
  MFA_ENABLED: ShieldCheck,
  MFA_DISABLED: ShieldOff,
  SIGNED_OUT_EVERYWHERE: LogOut,
};

interface NotificationItemProps {
  notification: Notification;
  /** The moment from which the age of it is told. */
  now: number;
  onRead: () => void;
}

/** Following it, or saying so, marks it as read. */
export function NotificationItem({ notification, now, onRead }: NotificationItemProps) {
  const { type, createdAt, readAt } = notification;
  const { headline, detail, to } = wordingOf(notification);
  const Icon = icons[type];
  const bad = type === 'VIDEO_FAILED' || type === 'MEDIA_REJECTED';
  return (
    <li className={styles.item} data-unread={readAt ? undefined : true}>
      <span className={bad ? styles.badIcon : styles.icon}>
        <Icon size={20} aria-hidden="true" />
      </span>
      <div className={styles.text}>
        <p className={styles.headline}>
          {!readAt && <span className="visually-hidden">{texts.notifications.unread}: </span>}
          {to ? (
            <Link to={to} className={styles.link} onClick={onRead}>
              {headline}
            </Link>
          ) : (
            headline
          )}
        </p>
        {detail && <p className={styles.detail}>{detail}</p>}
        <time className={styles.time} dateTime={createdAt}>
          {formatAgo(createdAt, now)}
        </time>
      </div>
      {!readAt && (
        <IconButton
          className={styles.read}
          label={texts.notifications.markRead}
          icon={<Check size={18} aria-hidden="true" />}
          onClick={onRead}
        />
      )}
    </li>
  );
}
