import type { UploadEngine } from '../engine/upload-engine';
import type { Uploads, UploadSnapshot } from '../engine/uploads';
import { totalsOf, type UploadItem } from '../queue/upload-item';
import { News } from './news';
import type { Command, TabChannel, TabMessage } from './tab-channel';

/** Runs the task alone among all tabs, as soon as no other one does. */
export type Exclusive = (task: () => Promise<void>, signal: AbortSignal) => Promise<void>;

export interface TabPorts {
  makeEngine: () => UploadEngine;
  channel: TabChannel;
  exclusive: Exclusive;
  inbox: Inbox;
}

/** Where files wait for the tab that works; shared by all, and as lasting as the queue. */
export interface Inbox {
  leave: (files: readonly File[]) => Promise<void>;
  /** Files are gone from it once they were handed on. */
  take: (handOn: (files: File[]) => void) => Promise<void>;
}

const nothing: UploadSnapshot = {
  items: [],
  totals: totalsOf([], 0),
  trouble: undefined,
  elsewhere: false,
};
const newsDelayMs = 400;

/**
 * The uploads as every tab sees them. One tab works on the queue; the others show how it goes, hand
 * it what they are given, and one of them goes on when it is closed.
 */
export class SharedUploads implements Uploads {
  private readonly ports: TabPorts;
  private readonly listeners = new Set<() => void>();
  /** Files that fit into no inbox, to be worked on here. */
  private untaken: File[] = [];
  private taking: Promise<void> = Promise.resolve();
  private engine: UploadEngine | undefined;
  private stopping = new AbortController();
  private snapshot = nothing;

  constructor(ports: TabPorts) {
    this.ports = ports;
  }

  start(): void {
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    const { channel, exclusive } = this.ports;
    const unlisten = channel.listen((message) => this.hear(message));
    signal.addEventListener('abort', unlisten);
    channel.postMessage({ kind: 'hello' });
    exclusive(() => this.lead(signal), signal).catch(() => undefined);
  }

  stop(): void {
    this.stopping.abort();
    this.engine?.stop();
    this.engine = undefined;
  }

  readonly getSnapshot = (): UploadSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(files: readonly File[]): void {
    if (this.engine) {
      this.engine.add(files);
      return;
    }
    const { inbox, channel } = this.ports;
    inbox.leave(files).then(
      () => (this.engine ? this.takeInbox() : channel.postMessage({ kind: 'inbox' })),
      () => this.workOn(files),
    );
  }

  retry(key: string): void {
    this.command({ name: 'retry', of: key });
  }

  retryFailed(): void {
    this.command({ name: 'retryFailed' });
  }

  pause(key: string): void {
    this.command({ name: 'pause', of: key });
  }

  resume(key: string): void {
    this.command({ name: 'resume', of: key });
  }

  pauseAll(): void {
    this.command({ name: 'pauseAll' });
  }

  resumeAll(): void {
    this.command({ name: 'resumeAll' });
  }

  remove(key: string): void {
    this.command({ name: 'remove', of: key });
  }

  clearSettled(): void {
    this.command({ name: 'clearSettled' });
  }

  restored(mediaId: string): void {
    this.command({ name: 'restored', of: mediaId });
  }

  tryNow(): void {
    this.command({ name: 'tryNow' });
  }

  private workOn(files: readonly File[]): void {
    if (this.engine) {
      this.engine.add(files);
      return;
    }
    this.untaken.push(...files);
    this.ports.channel.postMessage({ kind: 'yield' });
  }

  /** One after the other, so that nothing is taken twice. */
  private takeInbox(): void {
    this.taking = this.taking
      .then(() => this.ports.inbox.take((files) => this.add(files)))
      .catch(() => undefined);
  }

  private command(command: Command): void {
    if (this.engine) obey(this.engine, command);
    else this.ports.channel.postMessage({ kind: 'command', command });
  }

  private async lead(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const engine = this.ports.makeEngine();
    const news = new News(this.ports.channel, newsDelayMs);
    this.engine = engine;
    engine.subscribe(() => {
      const snapshot = engine.getSnapshot();
      this.show(snapshot);
      news.tell(snapshot);
    });
    const ended = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve());
    });
    await engine.start();
    engine.add(this.untaken);
    this.untaken = [];
    this.takeInbox();
    await ended;
    news.end();
  }

  private hear(message: TabMessage): void {
    if (this.engine) this.serve(this.engine, message);
    else this.follow(message);
  }

  private serve(engine: UploadEngine, message: TabMessage): void {
    const { channel } = this.ports;
    if (message.kind === 'command') {
      obey(engine, message.command);
    } else if (message.kind === 'inbox') {
      this.takeInbox();
    } else if (message.kind === 'yield') {
      // Whoever asked is first in the line; this tab follows.
      this.stop();
      this.start();
    } else if (message.kind === 'hello') {
      News.whole(channel, engine.getSnapshot());
    }
  }

  private follow(message: TabMessage): void {
    if (message.kind !== 'news') return;
    const { items, removed, totals, trouble, whole } = message;
    const known = new Map<string, UploadItem>(
      whole ? [] : this.snapshot.items.map((item) => [item.key, item]),
    );
    for (const item of items) known.set(item.key, item);
    for (const key of removed) known.delete(key);
    // Closing a tab that only looks on loses nothing.
    const mine = { ...totals, losable: false };
    this.show({ items: [...known.values()], totals: mine, trouble, elsewhere: true });
  }

  private show(snapshot: UploadSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}

function obey(uploads: Uploads, command: Command): void {
  if ('of' in command) uploads[command.name](command.of);
  else uploads[command.name]();
}

/** By a Web Lock; without those, each tab has a queue of its own to work on. */
export function exclusiveByLock(name: string): Exclusive {
  if (!('locks' in navigator)) return (task) => task();
  return async (task, signal) => {
    await navigator.locks.request(name, { signal }, task);
  };
}
