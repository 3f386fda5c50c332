import type { UploadSnapshot } from '../engine/uploads';
import type { UploadItem, UploadTotals } from '../queue/upload-item';

/** What can be asked of the tab that works, by the name of the method. */
export type Command =
  | { name: 'retry' | 'pause' | 'resume' | 'remove' | 'restored'; of: string }
  | { name: 'retryFailed' | 'pauseAll' | 'resumeAll' | 'clearSettled' | 'tryNow' };

export type TabMessage =
  | { kind: 'hello' }
  | { kind: 'command'; command: Command }
  /** Files lie in the inbox. */
  | { kind: 'inbox' }
  /** Another tab has files that fit into no inbox, and wants to work on them itself. */
  | { kind: 'yield' }
  | {
      kind: 'news';
      /** Those that changed since the last news; all of them, where it is whole. */
      items: readonly UploadItem[];
      removed: readonly string[];
      totals: UploadTotals;
      trouble: UploadSnapshot['trouble'];
      whole: boolean;
    };

/** A BroadcastChannel, or what stands for one in tests. */
export interface TabChannel {
  postMessage: (message: TabMessage) => void;
  listen: (listener: (message: TabMessage) => void) => () => void;
}

export function openTabChannel(owner: string): TabChannel {
  if (!('BroadcastChannel' in window)) {
    return { postMessage: () => undefined, listen: () => () => undefined };
  }
  const name = `albumen.uploads.${owner}`;
  let channel: BroadcastChannel | undefined;
  return {
    postMessage: (message) => (channel ??= new BroadcastChannel(name)).postMessage(message),
    listen: (listener) => {
      const open = (channel ??= new BroadcastChannel(name));
      const hear = ({ data }: MessageEvent<TabMessage>) => listener(data);
      open.addEventListener('message', hear);
      return () => {
        open.removeEventListener('message', hear);
        open.close();
        channel = undefined;
      };
    },
  };
}
