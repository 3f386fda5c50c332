import { expect, vi } from 'vitest';
import { UploadEngine } from '../lib/engine/upload-engine';
import { FakeTransport } from './fake-transport';
import { MemoryQueueStore } from './memory-queue-store';

/** An engine with a fake world around it, which can be closed and opened again like a page. */
export class EngineBench {
  transport = new FakeTransport();
  store = new MemoryQueueStore();
  /** Every wait asked for, in milliseconds; all pass at once. */
  waits: number[] = [];
  online = true;
  watched = false;
  private readonly listeners = new Set<() => void>();
  engine = this.make();

  /** The page dies as it is; another is opened. */
  async reload(prepare: (transport: FakeTransport) => void = () => undefined): Promise<void> {
    this.engine.stop();
    this.transport = new FakeTransport();
    prepare(this.transport);
    this.waits = [];
    this.engine = this.make();
    await this.engine.start();
  }

  /** Another over the same queue, as in another tab. */
  another(): UploadEngine {
    return this.make();
  }

  goOnline(): void {
    this.online = true;
    for (const listener of this.listeners) listener();
  }

  states(): Record<string, string> {
    const { items } = this.engine.getSnapshot();
    return Object.fromEntries(
      items.map(({ name, state, reason }) => [name, reason ? `${state}: ${reason}` : state]),
    );
  }

  keyOf(name: string): string {
    const found = this.engine.getSnapshot().items.find((item) => item.name === name);
    return found?.key ?? `no ${name}`;
  }

  async upload(...files: File[]): Promise<Record<string, string>> {
    this.engine.add(files);
    await vi.waitFor(() => expect(this.engine.getSnapshot().items).toHaveLength(files.length));
    return this.settled();
  }

  async settled(): Promise<Record<string, string>> {
    await vi.waitFor(() => {
      expect(this.engine.getSnapshot().items).not.toEqual([]);
      expect(this.engine.getSnapshot().totals.idle).toBe(true);
    });
    return this.states();
  }

  async until(expected: Record<string, string>): Promise<void> {
    await vi.waitFor(() => expect(this.states()).toEqual(expected));
  }

  private make(): UploadEngine {
    return new UploadEngine({
      transport: this.transport,
      store: this.store,
      owner: 'ada',
      clock: {
        now: () => 0,
        wait: async (milliseconds) => {
          this.waits.push(milliseconds);
          // Lets everything else have its turn, as real time would.
          await new Promise((resolve) => setTimeout(resolve, 1));
        },
      },
      network: {
        isOnline: () => this.online,
        isWatched: () => this.watched,
        onChange: (listener) => {
          this.listeners.add(listener);
          return () => this.listeners.delete(listener);
        },
      },
    });
  }
}
