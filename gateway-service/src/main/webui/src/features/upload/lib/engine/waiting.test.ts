// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineBench } from '../../testing/engine-bench';
import { failure, problem } from '../../testing/fake-transport';
import { ProblemError, unreachable } from '@/lib/problem';

let bench: EngineBench;
const photo = () => new File(['a'], 'a.jpg');

beforeEach(() => {
  bench = new EngineBench();
});

describe('waiting', () => {
  it('tries again after 2, 5 and 10 seconds, then 10, 30, 120 and no end of that', async () => {
    for (let tries = 0; tries < 8; tries++) {
      bench.transport.put.mockRejectedValueOnce(failure(503, 'slow-down'));
    }
    expect(await bench.upload(photo())).toEqual({ 'a.jpg': 'done' });
    const inAll = bench.waits.slice(0, -1).reduce((sum, wait) => sum + wait, 0);
    expect(inAll).toBe((2 + 5 + 10 + 10 + 30 + 120 + 120 + 120) * 1_000);
  });

  it('waits ten seconds at most while somebody watches', async () => {
    bench.watched = true;
    for (let tries = 0; tries < 6; tries++) {
      bench.transport.put.mockRejectedValueOnce(failure(503, 'slow-down'));
    }
    expect(await bench.upload(photo())).toEqual({ 'a.jpg': 'done' });
    const inAll = bench.waits.slice(0, -1).reduce((sum, wait) => sum + wait, 0);
    expect(inAll).toBe((2 + 5 + 10 + 10 + 10 + 10) * 1_000);
  });

  it('waits as long as it is told to', async () => {
    bench.transport.mint.mockRejectedValueOnce(
      new ProblemError({ ...problem(429, 'too-many'), retryAfterMs: 42_000 }),
    );
    expect(await bench.upload(photo())).toEqual({ 'a.jpg': 'done' });
    expect(bench.waits[0]).toBe(42_000);
  });

  it('mints under one key, however often it has to ask', async () => {
    bench.transport.mint.mockRejectedValueOnce(new ProblemError(unreachable));
    await bench.upload(photo());
    const [first, second] = bench.transport.mint.mock.calls;
    expect(first?.[1]).toBe(second?.[1]);
  });

  it.each([
    ['unreachable', new ProblemError(unreachable)],
    ['server', failure(503, 'unavailable')],
    ['busy', failure(429, 'too-many')],
    ['busy', failure(409, 'idempotency-key-in-use')],
    ['library', failure(503, 'library-unavailable')],
    ['storage', failure(503, 'storage-unavailable')],
  ])('says that it waits: %s', async (trouble, error) => {
    let failing = true;
    bench.transport.complete.mockImplementation(async (ids) => {
      if (failing) throw error;
      return ids.map((uploadId) => ({ uploadId, status: 'OK', mediaId: 'm' }));
    });
    bench.transport.progress.mockResolvedValue([
      { mediaId: 'm', state: 'READY', problem: undefined },
    ]);
    bench.engine.add([photo()]);
    await vi.waitFor(() => expect(bench.engine.getSnapshot().trouble).toBe(trouble));
    expect(bench.states()).toEqual({ 'a.jpg': 'verifying' });
    failing = false;
    await bench.until({ 'a.jpg': 'done' });
    expect(bench.engine.getSnapshot().trouble).toBeUndefined();
  });

  it('says that the storage is away when a file can’t be put there', async () => {
    let failing = true;
    bench.transport.put.mockImplementation(async () => {
      if (failing) throw new ProblemError(unreachable);
      return 'stored';
    });
    bench.engine.add([photo()]);
    await vi.waitFor(() => expect(bench.engine.getSnapshot().trouble).toBe('storage'));
    expect(bench.states()).toEqual({ 'a.jpg': 'uploading' });
    failing = false;
    await bench.until({ 'a.jpg': 'done' });
  });

  it('completes again what could not be completed for want of the storage', async () => {
    bench.transport.complete.mockImplementationOnce(async (ids) =>
      ids.map((uploadId) => ({
        uploadId,
        status: 'FAILED',
        problem: problem(503, 'storage-unavailable'),
      })),
    );
    expect(await bench.upload(photo())).toEqual({ 'a.jpg': 'done' });
  });

  it('says that it is offline, and goes on when it is not', async () => {
    bench.online = false;
    bench.transport.unfinished.mockImplementation(async () => {
      if (!bench.online) throw new ProblemError(unreachable);
      return [];
    });
    bench.engine.add([photo()]);
    await vi.waitFor(() => expect(bench.engine.getSnapshot().trouble).toBe('offline'));
    expect(bench.states()).toEqual({ 'a.jpg': 'hashed' });
    bench.goOnline();
    await bench.until({ 'a.jpg': 'done' });
  });
});
