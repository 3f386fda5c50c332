// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineBench } from '../../testing/engine-bench';
import { type Exclusive, SharedUploads } from './shared-uploads';
import type { TabChannel, TabMessage } from './tab-channel';

/** Tabs of one browser: a channel that all but the speaker hear, a lock, and an inbox. */
class FakeBrowser {
  readonly bench = new EngineBench();
  readonly inbox: File[] = [];
  inboxFull = false;
  private readonly tabs = new Set<(message: TabMessage) => void>();
  private line: Promise<void> = Promise.resolve();

  open(): SharedUploads {
    const uploads = new SharedUploads({
      makeEngine: () => this.bench.another(),
      channel: this.channel(),
      exclusive: this.exclusive,
      inbox: {
        leave: async (files) => {
          if (this.inboxFull) throw new Error('full');
          this.inbox.push(...files);
        },
        take: async (handOn) => {
          if (this.inbox.length > 0) handOn(this.inbox.splice(0));
        },
      },
    });
    uploads.start();
    return uploads;
  }

  private readonly exclusive: Exclusive = (task, signal) => {
    const turn = this.line.then(() => (signal.aborted ? undefined : task()));
    this.line = turn;
    return turn;
  };

  private channel(): TabChannel {
    let mine: ((message: TabMessage) => void) | undefined;
    return {
      postMessage: (message) => {
        for (const tab of this.tabs) if (tab !== mine) queueMicrotask(() => tab(message));
      },
      listen: (listener) => {
        mine = listener;
        this.tabs.add(listener);
        return () => this.tabs.delete(listener);
      },
    };
  }
}

let browser: FakeBrowser;
const photo = (name: string) => new File([name], name);

function states(tab: SharedUploads): Record<string, string> {
  return Object.fromEntries(tab.getSnapshot().items.map(({ name, state }) => [name, state]));
}

async function until(tab: SharedUploads, expected: Record<string, string>): Promise<void> {
  await vi.waitFor(() => expect(states(tab)).toEqual(expected), { timeout: 3_000 });
}

beforeEach(() => {
  browser = new FakeBrowser();
});

describe('tabs', () => {
  it('one works, the other shows it', async () => {
    const [first, second] = [browser.open(), browser.open()];
    first.add([photo('a.jpg')]);
    await until(first, { 'a.jpg': 'done' });
    await until(second, { 'a.jpg': 'done' });
    expect(first.getSnapshot().elsewhere).toBe(false);
    expect(second.getSnapshot().elsewhere).toBe(true);
    expect(browser.bench.transport.mint).toHaveBeenCalledTimes(1);
  });

  it('hand what they are given to the one that works, and tell it what to do', async () => {
    const [first, second] = [browser.open(), browser.open()];
    second.add([photo('a.jpg')]);
    await until(first, { 'a.jpg': 'done' });
    await until(second, { 'a.jpg': 'done' });
    second.clearSettled();
    await until(second, {});
  });

  it('tell one that comes later everything', async () => {
    const first = browser.open();
    first.add([photo('a.jpg')]);
    await until(first, { 'a.jpg': 'done' });
    await until(browser.open(), { 'a.jpg': 'done' });
  });

  it('go on when the one that works is closed', async () => {
    browser.bench.transport.put.mockImplementationOnce(() => new Promise(() => undefined));
    const [first, second] = [browser.open(), browser.open()];
    first.add([photo('a.jpg')]);
    await until(first, { 'a.jpg': 'uploading' });
    first.stop();
    await until(second, { 'a.jpg': 'done' });
  });

  it('work themselves on what fits into no inbox', async () => {
    const [first, second] = [browser.open(), browser.open()];
    await until(second, {});
    browser.inboxFull = true;
    second.add([photo('a.jpg')]);
    await until(second, { 'a.jpg': 'done' });
    expect(second.getSnapshot().elsewhere).toBe(false);
    await until(first, { 'a.jpg': 'done' });
    expect(first.getSnapshot().elsewhere).toBe(true);
  });
});
