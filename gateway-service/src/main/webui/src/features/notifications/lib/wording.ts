import { formatDuration } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { Notification } from '@/lib/api/contract';

export interface Wording {
  headline: string;
  detail: string | undefined;
  /** Where it leads, if anywhere. */
  to: string | undefined;
}

const words = texts.notifications;

function filmPath({ videoId }: Notification): string | undefined {
  return videoId && `/films/${videoId}`;
}

/** What a notification says to its reader. */
export function wordingOf(notification: Notification): Wording {
  const { type, title, detail, durationMs } = notification;
  switch (type) {
    case 'WELCOME':
      return { headline: words.welcome, detail: words.welcomeHint, to: '/upload' };
    case 'VIDEO_READY':
      return {
        headline: words.videoReady(title ?? words.untitledFilm),
        detail: durationMs === undefined ? undefined : words.filmLength(formatDuration(durationMs)),
        to: filmPath(notification),
      };
    case 'VIDEO_FAILED':
      return {
        headline: words.videoFailed(title ?? words.untitledFilm),
        detail: detail ?? words.noReason,
        to: filmPath(notification),
      };
    case 'MEDIA_REJECTED':
      return {
        headline: words.mediaRejected(title ?? words.unnamedFile),
        detail: detail ?? words.noReason,
        to: undefined,
      };
    case 'PASSWORD_CHANGED':
    case 'PASSWORD_RESET':
    case 'MFA_ENABLED':
    case 'MFA_DISABLED':
    case 'SIGNED_OUT_EVERYWHERE':
      return { headline: words.security[type], detail: words.notYou, to: '/account' };
  }
}
