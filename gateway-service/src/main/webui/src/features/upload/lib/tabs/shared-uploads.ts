import type { UploadEngine } from '../engine/upload-engine';
import type { Uploads, UploadSnapshot } from '../engine/uploads';
import { newKey } from '../queue/new-key';
import { totalsOf, type UploadItem } from '../queue/upload-item';
import { News } from './news';
import type { Command, TabChannel, TabMessage } from './tab-channel';

/** Runs the task alone among all tabs, as soon as no other one does. */
export type Exclusive = (task: () => Promise<void>, signal: AbortSignal) => Promise<void>;

export interface TabPorts {
  makeEngine: () => UploadEngine;
  channel: TabChannel;
  exclusive: Exclusive;
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
  /** Files that no working tab has taken yet. */
  private readonly untaken = new Map<string, readonly File[]>();
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
    const id = newKey();
    this.untaken.set(id, files);
    this.ports.channel.postMessage({ kind: 'add', id, files });
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
    for (const files of this.untaken.values()) engine.add(files);
    this.untaken.clear();
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
    } else if (message.kind === 'add') {
      engine.add(message.files);
      channel.postMessage({ kind: 'added', id: message.id });
    } else if (message.kind === 'hello') {
      News.whole(channel, engine.getSnapshot());
    }
  }

  private follow(message: TabMessage): void {
    if (message.kind === 'added') this.untaken.delete(message.id);
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
