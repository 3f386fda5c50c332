// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineBench } from '../../testing/engine-bench';
import { failure, type FakeTransport } from '../../testing/fake-transport';

let bench: EngineBench;
const photo = () => new File(['a'], 'a.jpg');
const never = () => new Promise<never>(() => undefined);

beforeEach(() => {
  bench = new EngineBench();
});

/** Begins an upload of which one step never ends, and waits for that step. */
async function interrupt(step: keyof FakeTransport, state: string): Promise<void> {
  (bench.transport[step] as ReturnType<typeof vi.fn>).mockImplementation(never);
  bench.engine.add([photo()]);
  await vi.waitFor(() => expect(bench.transport[step]).toHaveBeenCalled());
  await bench.until({ 'a.jpg': state });
}

describe('a page that is closed', () => {
  it.each([
    ['hash', 'hashing'],
    ['check', 'hashed'],
    ['mint', 'checked'],
    ['put', 'uploading'],
    ['complete', 'verifying'],
    ['progress', 'processing'],
  ] as const)('while %s is under way goes on when it is opened again', async (step, state) => {
    await interrupt(step, state);
    await bench.reload();
    expect(await bench.settled()).toEqual({ 'a.jpg': 'done' });
  });

  it('sends to the upload that was begun', async () => {
    await interrupt('put', 'uploading');
    await bench.reload();
    await bench.settled();
    expect(bench.transport.hash).not.toHaveBeenCalled();
    expect(bench.transport.mint).not.toHaveBeenCalled();
    expect(bench.transport.renew).toHaveBeenCalledWith('upload of a.jpg');
  });

  it('sends nothing again that was sent', async () => {
    await interrupt('complete', 'verifying');
    await bench.reload();
    await bench.settled();
    expect(bench.transport.put).not.toHaveBeenCalled();
  });

  it('takes up an upload whose permission came too late to be noted', async () => {
    await interrupt('mint', 'checked');
    await bench.reload((transport) => {
      transport.unfinished.mockResolvedValue([
        { uploadId: 'u1', name: 'a.jpg', size: 1, sha256: 'hash of a', createdAt: '' },
      ]);
    });
    await bench.settled();
    expect(bench.transport.mint).not.toHaveBeenCalled();
    expect(bench.transport.complete).toHaveBeenCalledWith(['u1']);
  });

  it('still shows what failed or was paused, and nothing that was done', async () => {
    bench.transport.hash.mockImplementation(async (file) => ({ sha256: file.name, parts: [] }));
    bench.transport.put.mockImplementation(async (_, __, ___, signal) => {
      if (bench.transport.put.mock.calls.length === 1) return 'stored';
      if (bench.transport.put.mock.calls.length === 2) throw failure(400, 'store-refused', 'no');
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new TypeError('aborted')));
      });
    });
    bench.engine.add(['a', 'b', 'c'].map((name) => new File([name], name)));
    await bench.until({ a: 'done', b: 'failed: no', c: 'uploading' });
    bench.engine.pauseAll();
    await bench.until({ a: 'done', b: 'failed: no', c: 'paused' });
    await bench.reload();
    await bench.until({ b: 'failed: no', c: 'paused' });
    bench.engine.retryFailed();
    bench.engine.resumeAll();
    await bench.until({ b: 'done', c: 'done' });
  });

  it('asks for a file for which there was no room, and knows it again', async () => {
    bench.store.room = 0;
    await interrupt('put', 'uploading');
    expect(bench.engine.getSnapshot().totals.losable).toBe(true);
    await bench.reload();
    await bench.until({ 'a.jpg': 'missing' });
    expect(bench.engine.getSnapshot().totals.losable).toBe(false);
    bench.engine.add([new File(['a'], 'renamed.jpg')]);
    await bench.until({ 'a.jpg': 'done' });
    expect(bench.transport.mint).not.toHaveBeenCalled();
  });

  it('takes another file of the same size for what it is', async () => {
    bench.store.room = 0;
    await interrupt('put', 'uploading');
    await bench.reload();
    await bench.until({ 'a.jpg': 'missing' });
    bench.engine.add([new File(['b'], 'b.jpg')]);
    await bench.until({ 'a.jpg': 'missing', 'b.jpg': 'done' });
  });

  it('warns of leaving only until the bytes are kept', async () => {
    await interrupt('put', 'uploading');
    await vi.waitFor(() => expect(bench.engine.getSnapshot().totals.losable).toBe(false));
  });
});
