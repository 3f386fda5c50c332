// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineBench } from '../../testing/engine-bench';
import { failure, largeFile, problem } from '../../testing/fake-transport';
import { usualPartSize } from './upload-transport';

const name = 'film.mp4';
const partCount = 6;
const size = usualPartSize * 5 + 7;
const plan = { partSize: usualPartSize, partCount };

let bench: EngineBench;

beforeEach(() => {
  bench = new EngineBench();
});

function partsPut(): number[] {
  return bench.transport.put.mock.calls
    .map(([, { url }]) => Number(url.split('/').at(-1)))
    .sort((one, other) => one - other);
}

/** As after a reload, with these parts in the store. */
async function resumeWith(there: number[]): Promise<void> {
  bench.transport.put.mockImplementation(() => new Promise(() => undefined));
  bench.engine.add([largeFile(name, size)]);
  await bench.until({ [name]: 'uploading' });
  await bench.reload((transport) => {
    transport.renew.mockResolvedValue({ put: undefined, multipart: { ...plan, there } });
  });
}

describe('a large file', () => {
  it('goes in parts, each with its hash', async () => {
    expect(await bench.upload(largeFile(name, size))).toEqual({ [name]: 'done' });
    expect(partsPut()).toEqual([1, 2, 3, 4, 5, 6]);
    const signed = bench.transport.signParts.mock.calls.flatMap(([, parts]) => parts);
    expect(signed).toHaveLength(partCount);
    expect(signed).toContainEqual({ number: 6, sha256: 'hash of part 6' });
    const sent = await Promise.all(bench.transport.put.mock.calls.map(([bytes]) => bytes.text()));
    expect(sent).toContain(`${name} ${5 * usualPartSize}-${size}`);
  });

  it('sends after a reload only what is missing', async () => {
    await resumeWith([1, 2, 5]);
    expect(await bench.settled()).toEqual({ [name]: 'done' });
    expect(partsPut()).toEqual([3, 4, 6]);
    expect(bench.transport.hash).not.toHaveBeenCalled();
  });

  it('goes on with what another device has begun', async () => {
    bench.transport.unfinished.mockResolvedValue([
      { uploadId: 'u1', name: 'elsewhere.mp4', size, sha256: `hash of ${name}`, createdAt: '' },
    ]);
    const there = [1, 2, 3, 4, 5];
    bench.transport.renew.mockResolvedValue({ put: undefined, multipart: { ...plan, there } });
    expect(await bench.upload(largeFile(name, size))).toEqual({ [name]: 'done' });
    expect(bench.transport.mint).not.toHaveBeenCalled();
    expect(partsPut()).toEqual([6]);
  });

  it('sends a lost part again, and only that', async () => {
    bench.transport.complete.mockResolvedValueOnce([
      {
        uploadId: `upload of ${name}`,
        status: 'FAILED',
        problem: problem(409, 'upload-incomplete'),
      },
    ]);
    const there = [1, 2, 4, 5, 6];
    bench.transport.renew.mockResolvedValue({ put: undefined, multipart: { ...plan, there } });
    expect(await bench.upload(largeFile(name, size))).toEqual({ [name]: 'done' });
    expect(partsPut()).toEqual([1, 2, 3, 3, 4, 5, 6]);
  });

  it('has a part signed again whose URL ran out', async () => {
    bench.transport.put.mockResolvedValueOnce('gone');
    expect(await bench.upload(largeFile(name, size))).toEqual({ [name]: 'done' });
    expect(partsPut()).toEqual([1, 1, 2, 3, 4, 5, 6]);
    expect(bench.transport.renew).not.toHaveBeenCalled();
  });

  it('repeats a part that got stuck, and not its neighbours', async () => {
    bench.transport.put.mockRejectedValueOnce(failure(503, 'slow-down'));
    expect(await bench.upload(largeFile(name, size))).toEqual({ [name]: 'done' });
    expect(partsPut()).toEqual([1, 1, 2, 3, 4, 5, 6]);
  });

  it('cuts as the service asks', async () => {
    const partSize = usualPartSize * 3;
    bench.transport.mint.mockImplementation(async ([each]) => [
      {
        clientId: each?.clientId ?? '',
        status: 'ACCEPTED',
        uploadId: 'u1',
        put: undefined,
        multipart: { partSize, partCount: 2 },
      },
    ]);
    bench.transport.hash.mockImplementation(async (_, __, asked) => ({
      sha256: 'whole',
      parts: asked === partSize ? ['one', 'two'] : [],
    }));
    expect(await bench.upload(largeFile(name, size))).toEqual({ [name]: 'done' });
    expect(bench.transport.signParts).toHaveBeenCalledWith('u1', [
      { number: 1, sha256: 'one' },
      { number: 2, sha256: 'two' },
    ]);
  });

  it('never shows more sent than there is', async () => {
    const seen: number[] = [];
    bench.engine.subscribe(() => {
      seen.push(bench.engine.getSnapshot().items[0]?.sent ?? 0);
    });
    bench.transport.put.mockImplementation(async (_, { url }, onSent) => {
      const last = url.endsWith('/6');
      await vi.waitFor(() => undefined);
      onSent(last ? 7 : usualPartSize);
      return 'stored';
    });
    await bench.upload(largeFile(name, size));
    expect(Math.max(...seen)).toBe(size);
  });
});
