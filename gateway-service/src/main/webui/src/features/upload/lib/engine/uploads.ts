import type { UploadItem, UploadTotals } from '../queue/upload-item';
import type { Trouble } from './patience';

export interface UploadSnapshot {
  items: readonly UploadItem[];
  totals: UploadTotals;
  /** Why uploads wait, where they do; they go on by themselves. */
  trouble: Trouble | undefined;
  /** Another tab of this browser works on them; this one shows it. */
  elsewhere: boolean;
}

/** One person's uploads, whichever tab works on them. */
export interface Uploads {
  getSnapshot: () => UploadSnapshot;
  subscribe: (listener: () => void) => () => void;
  add: (files: readonly File[]) => void;
  retry: (key: string) => void;
  retryFailed: () => void;
  pause: (key: string) => void;
  resume: (key: string) => void;
  pauseAll: () => void;
  resumeAll: () => void;
  remove: (key: string) => void;
  clearSettled: () => void;
  /** The original of a duplicate was taken out of the trash. */
  restored: (mediaId: string) => void;
  /** Ends all waits between two tries. */
  tryNow: () => void;
}
