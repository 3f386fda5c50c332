// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IndexedQueueStore } from './queue-store';
import { leaveShared, takeShared } from './shared-files';
import { newJob, toRecord } from './upload-job';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.stubGlobal('navigator', {});
});

function record(key: string, owner: string, addedAt = 0) {
  return toRecord(newJob(key, new File([key], `${key}.jpg`), 'image/jpeg', addedAt), owner);
}

describe('the stored queue', () => {
  it('gives back what was put, in the order it was added', async () => {
    const store = new IndexedQueueStore('ada');
    await store.put(record('later', 'ada', 2));
    await store.put(record('first', 'ada', 1));
    const loaded = await new IndexedQueueStore('ada').load();
    expect(loaded.map((stored) => stored.record.name)).toEqual(['first.jpg', 'later.jpg']);
  });

  it('keeps bytes beside their record, and none without', async () => {
    const store = new IndexedQueueStore('ada');
    await store.put(record('a', 'ada'));
    expect(await store.keepFile('a', new File(['bytes'], 'a.jpg'))).toBe(true);
    expect(await store.keepFile('gone', new File(['bytes'], 'gone.jpg'))).toBe(false);
    const [stored] = await store.load();
    expect(stored?.file).toBeDefined();
    await store.dropFile('a');
    expect(await store.file('a')).toBeUndefined();
    await store.remove('a');
    expect(await store.load()).toEqual([]);
  });

  it('shows nobody what another left behind, and lets it go', async () => {
    const ada = new IndexedQueueStore('ada');
    await ada.put(record('a', 'ada'));
    await ada.keepFile('a', new File(['bytes'], 'a.jpg'));
    expect(await new IndexedQueueStore('bob').load()).toEqual([]);
    expect(await ada.load()).toEqual([]);
    expect(await ada.file('a')).toBeUndefined();
  });
});

describe('a full disk', () => {
  it('keeps no bytes that would take most of what is left', async () => {
    vi.stubGlobal('navigator', {
      storage: { estimate: () => Promise.resolve({ quota: 100, usage: 90 }) },
    });
    const store = new IndexedQueueStore('ada');
    await store.put(record('a', 'ada'));
    expect(await store.keepFile('a', new File(['1234567'], 'a.jpg'))).toBe(false);
    expect(await store.keepFile('a', new File(['12345'], 'a.jpg'))).toBe(true);
  });
});

describe('the inbox', () => {
  it('hands on what another app has left, once', async () => {
    await leaveShared([new File(['a'], 'a.jpg'), new File(['b'], 'b.jpg')]);
    const taken: number[] = [];
    await takeShared((files) => taken.push(files.length));
    await takeShared((files) => taken.push(files.length));
    expect(taken).toEqual([2]);
  });

  it('keeps what could not be handed on', async () => {
    await leaveShared([new File(['a'], 'a.jpg')]);
    const fail = () => {
      throw new Error('no');
    };
    await expect(takeShared(fail)).rejects.toThrow('no');
    let taken = 0;
    await takeShared((files) => (taken = files.length));
    expect(taken).toBe(1);
  });
});
