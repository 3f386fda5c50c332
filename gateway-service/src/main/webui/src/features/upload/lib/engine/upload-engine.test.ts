// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineBench } from '../../testing/engine-bench';
import { failure, problem } from '../../testing/fake-transport';

let bench: EngineBench;

function file(name: string, content = name): File {
  return new File([content], name);
}

beforeEach(() => {
  bench = new EngineBench();
});

describe('UploadEngine', () => {
  it('takes a file all the way', async () => {
    expect(await bench.upload(file('a.jpg'))).toEqual({ 'a.jpg': 'done' });
    expect(bench.transport.mint).toHaveBeenCalledWith(
      [
        expect.objectContaining({
          name: 'a.jpg',
          contentType: 'image/jpeg',
          sha256: 'hash of a.jpg',
        }),
      ],
      expect.any(String),
    );
    expect(bench.engine.getSnapshot().items[0]?.mediaId).toBe('media of upload of a.jpg');
  });

  it('lets neighbours of a refused file go on', async () => {
    const { transport } = bench;
    transport.mint.mockImplementation(async (files) =>
      files.map((each) =>
        each.name === 'bad.txt'
          ? {
              clientId: each.clientId,
              status: 'REJECTED',
              problem: problem(422, 'type-not-taken', 'bad.txt is not taken'),
            }
          : transport.accept(each),
      ),
    );
    expect(await bench.upload(file('a.jpg'), file('bad.txt'), file('empty.jpg', ''))).toEqual({
      'a.jpg': 'done',
      'bad.txt': 'failed: bad.txt is not taken',
      'empty.jpg': 'failed: The file is empty.',
    });
  });

  it('asks for each file by itself when a whole batch is refused', async () => {
    const { transport } = bench;
    transport.mint.mockImplementation(async (files) => {
      if (files.some(({ name }) => name === 'odd')) throw failure(400, 'invalid', 'odd is odd');
      return files.map(transport.accept);
    });
    expect(await bench.upload(file('odd'), file('a.jpg'), file('b.jpg'))).toEqual({
      odd: 'failed: odd is odd',
      'a.jpg': 'done',
      'b.jpg': 'done',
    });
  });

  it('knows what won’t be taken, or is there, before it asks for room', async () => {
    const { transport } = bench;
    transport.check.mockImplementation(async (files) =>
      files.map(({ clientId, sha256 }) => {
        if (sha256 === 'hash of big.jpg') {
          return { clientId, status: 'REJECTED', problem: problem(409, 'quota-exceeded') };
        }
        if (sha256 === 'hash of known.jpg') {
          return { clientId, status: 'DUPLICATE', mediaId: 'm1', trashed: true };
        }
        return { clientId, status: 'ACCEPTED' };
      }),
    );
    expect(await bench.upload(file('big.jpg'), file('known.jpg'), file('a.jpg'))).toEqual({
      'big.jpg': 'failed: Your library has no room left for this file.',
      'known.jpg': 'duplicate',
      'a.jpg': 'done',
    });
    const minted = transport.mint.mock.calls.flatMap(([files]) => files.map(({ name }) => name));
    expect(minted).toEqual(['a.jpg']);
    expect(bench.engine.getSnapshot().items[1]).toMatchObject({ mediaId: 'm1', trashed: true });
    bench.engine.restored('m1');
    await vi.waitFor(() => expect(bench.engine.getSnapshot().items[1]?.trashed).toBe(false));
  });

  it('goes on without a check where there is none to be had', async () => {
    bench.transport.check.mockRejectedValue(failure(404, 'not-found'));
    expect(await bench.upload(file('a.jpg'))).toEqual({ 'a.jpg': 'done' });
  });

  it('tells what became of a file in processing', async () => {
    const mediaId = 'media of upload of a.jpg';
    const rejection = problem(422, 'damaged', 'a.jpg is damaged');
    bench.transport.progress
      .mockRejectedValueOnce(failure(503, 'unavailable'))
      .mockResolvedValueOnce([{ mediaId, state: 'PROCESSING', problem: undefined }])
      .mockResolvedValueOnce([{ mediaId, state: 'REJECTED', problem: rejection }]);
    expect(await bench.upload(file('a.jpg'))).toEqual({ 'a.jpg': 'failed: a.jpg is damaged' });
  });

  it('sends the same bytes once', async () => {
    expect(await bench.upload(file('a.jpg', 'same'), file('copy.jpg', 'same'))).toEqual({
      'a.jpg': 'done',
      'copy.jpg': 'duplicate',
    });
    expect(bench.transport.put).toHaveBeenCalledTimes(1);
    expect(bench.engine.getSnapshot().items[1]).toMatchObject({
      twin: 'a.jpg',
      mediaId: 'media of upload of a.jpg',
    });
  });

  it('sends the other file where the first of two with the same bytes fails', async () => {
    bench.transport.put.mockRejectedValueOnce(failure(400, 'store-refused', 'no'));
    expect(await bench.upload(file('a.jpg', 'same'), file('copy.jpg', 'same'))).toEqual({
      'a.jpg': 'failed: no',
      'copy.jpg': 'done',
    });
  });

  it('asks for a new URL when the first has run out', async () => {
    bench.transport.put.mockResolvedValueOnce('gone');
    expect(await bench.upload(file('a.jpg'))).toEqual({ 'a.jpg': 'done' });
    expect(bench.transport.renew).toHaveBeenCalledWith('upload of a.jpg');
    expect(bench.transport.put).toHaveBeenCalledTimes(2);
  });

  it('sends nothing again that the store has already', async () => {
    bench.transport.put.mockResolvedValueOnce('gone');
    bench.transport.renew.mockResolvedValueOnce('present');
    expect(await bench.upload(file('a.jpg'))).toEqual({ 'a.jpg': 'done' });
    expect(bench.transport.put).toHaveBeenCalledTimes(1);
  });

  it('asks anew for an upload that the service has forgotten, but not for ever', async () => {
    bench.transport.put.mockResolvedValueOnce('gone');
    bench.transport.renew.mockResolvedValueOnce('gone');
    expect(await bench.upload(file('a.jpg'))).toEqual({ 'a.jpg': 'done' });
    expect(bench.transport.mint).toHaveBeenCalledTimes(2);

    bench.transport.put.mockResolvedValue('gone');
    bench.transport.renew.mockResolvedValue('gone');
    await bench.upload(file('b.jpg')).catch(() => undefined);
    await vi.waitFor(() =>
      expect(bench.states()['b.jpg']).toBe('failed: The permission to upload ran out.'),
    );
  });

  it('sends again what the store has lost', async () => {
    bench.transport.complete.mockResolvedValueOnce([
      { uploadId: 'upload of a.jpg', status: 'FAILED', problem: problem(409, 'upload-incomplete') },
    ]);
    expect(await bench.upload(file('a.jpg'))).toEqual({ 'a.jpg': 'done' });
    expect(bench.transport.put).toHaveBeenCalledTimes(2);
  });

  it('takes a failed file again on retry', async () => {
    bench.transport.put.mockRejectedValueOnce(failure(400, 'store-refused', 'no'));
    expect(await bench.upload(file('a.jpg'))).toEqual({ 'a.jpg': 'failed: no' });
    bench.engine.retryFailed();
    await bench.until({ 'a.jpg': 'done' });
  });

  it('gives up an upload that is removed half way', async () => {
    hang();
    bench.engine.add([file('a.jpg')]);
    await bench.until({ 'a.jpg': 'uploading' });
    bench.engine.remove(bench.keyOf('a.jpg'));
    await vi.waitFor(() => expect(bench.engine.getSnapshot().items).toEqual([]));
    expect(bench.transport.abandon).toHaveBeenCalledWith('upload of a.jpg');
    expect(bench.transport.put).toHaveBeenCalledTimes(1);
    expect([...bench.store.records.keys(), ...bench.store.files.keys()]).toEqual([]);
  });

  it('rests while paused and goes on with the same upload', async () => {
    hang();
    bench.engine.add([file('a.jpg'), file('b.jpg')]);
    await bench.until({ 'a.jpg': 'uploading', 'b.jpg': 'uploading' });
    bench.engine.pauseAll();
    await bench.until({ 'a.jpg': 'paused', 'b.jpg': 'paused' });
    expect(bench.engine.getSnapshot().totals.idle).toBe(true);
    bench.transport.mint.mockClear();
    bench.engine.resume(bench.keyOf('a.jpg'));
    await bench.until({ 'a.jpg': 'done', 'b.jpg': 'paused' });
    expect(bench.transport.mint).not.toHaveBeenCalled();
    expect(bench.transport.renew).toHaveBeenCalledWith('upload of a.jpg');
    bench.engine.resumeAll();
    await bench.until({ 'a.jpg': 'done', 'b.jpg': 'done' });
  });

  it('sends four files at a time', async () => {
    let now = 0;
    let most = 0;
    bench.transport.put.mockImplementation(async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now--;
      return 'stored';
    });
    await bench.upload(...Array.from({ length: 9 }, (_, at) => file(`${at}.jpg`)));
    expect(most).toBe(4);
  });
});

/** The first PUTs never end by themselves. */
function hang(): void {
  for (let puts = 0; puts < 2; puts++) {
    bench.transport.put.mockImplementationOnce(
      (_, __, ___, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new TypeError('aborted')));
        }),
    );
  }
}
