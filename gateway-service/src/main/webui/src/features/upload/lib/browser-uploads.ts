import { onlineManager } from '@tanstack/react-query';
import type { Network, UploadClock } from './engine/patience';
import { UploadEngine } from './engine/upload-engine';
import type { UploadTransport } from './engine/upload-transport';
import { IndexedQueueStore, type QueueStore } from './queue/queue-store';
import { leaveShared, takeShared } from './queue/shared-files';
import { exclusiveByLock, SharedUploads } from './tabs/shared-uploads';
import { openTabChannel } from './tabs/tab-channel';

const clock: UploadClock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
    }),
};

const network: Network = {
  isOnline: () => onlineManager.isOnline(),
  isWatched: () => document.visibilityState === 'visible',
  onChange: (listener) => {
    const watched = () => {
      if (document.visibilityState === 'visible') listener();
    };
    document.addEventListener('visibilitychange', watched);
    const unsubscribe = onlineManager.subscribe(listener);
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', watched);
    };
  },
};

/** One person's uploads in this browser; what was begun in it before goes on. */
export function createUploads(
  owner: string,
  transport: UploadTransport,
): { uploads: SharedUploads; store: QueueStore } {
  const store = new IndexedQueueStore(owner);
  const uploads = new SharedUploads({
    makeEngine: () => new UploadEngine({ transport, store, clock, network, owner }),
    channel: openTabChannel(owner),
    inbox: { leave: leaveShared, take: takeShared },
    exclusive: exclusiveByLock(`albumen.uploads.${owner}`),
  });
  return { uploads, store };
}

/** Asks the browser not to throw the queue away when disks get full; it may well refuse. */
export function askToPersist(): void {
  if ('storage' in navigator && 'persist' in navigator.storage) {
    navigator.storage.persist().catch(() => undefined);
  }
}
