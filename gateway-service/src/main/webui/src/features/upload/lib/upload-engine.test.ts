// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/lib/problem';
import { UploadEngine } from './upload-engine';
import type {
  CompleteResult,
  Declaration,
  MediaProgress,
  MintResult,
  PutTicket,
  UploadTransport,
} from './upload-transport';

const ticket: PutTicket = { url: 'https://store/put', headers: {} };

function problem(status: number, code: string, detail: string) {
  return { code, title: detail, status, detail, errors: [] };
}

function file(name: string, content = name): File {
  return new File([content], name);
}

/** Takes everything, unless a test says otherwise. */
class FakeTransport implements UploadTransport {
  hash = vi.fn(async (given: File) => `hash of ${await given.text()}`);
  mint = vi.fn(async (files: Declaration[]): Promise<MintResult[]> => files.map(this.accept));
  renew = vi.fn<UploadTransport['renew']>(async () => ticket);
  put = vi.fn<UploadTransport['put']>(async (given, _, onSent) => {
    onSent(given.size);
    return 'stored';
  });
  complete = vi.fn(async (ids: string[]): Promise<CompleteResult[]> =>
    ids.map((uploadId) => ({ uploadId, status: 'OK', mediaId: `media of ${uploadId}` })),
  );
  progress = vi.fn(async (ids: string[]): Promise<MediaProgress[]> =>
    ids.map((mediaId) => ({ mediaId, state: 'READY', problem: undefined })),
  );
  abandon = vi.fn(async () => undefined);

  readonly accept = ({ clientId, name }: Declaration): MintResult => ({
    clientId,
    status: 'ACCEPTED',
    uploadId: `upload of ${name}`,
    put: ticket,
  });
}

let transport: FakeTransport;
let waits: number[];
let engine: UploadEngine;

function states(): Record<string, string> {
  const { items } = engine.getSnapshot();
  return Object.fromEntries(
    items.map(({ name, state, reason }) => [name, reason ? `${state}: ${reason}` : state]),
  );
}

async function upload(...files: File[]): Promise<Record<string, string>> {
  engine.add(files);
  await vi.waitFor(() => {
    expect(engine.getSnapshot().items).toHaveLength(files.length);
    expect(engine.getSnapshot().totals.idle).toBe(true);
  });
  return states();
}

beforeEach(() => {
  transport = new FakeTransport();
  waits = [];
  engine = new UploadEngine(transport, {
    now: () => 0,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
});

describe('UploadEngine', () => {
  it('takes a file all the way', async () => {
    expect(await upload(file('a.jpg'))).toEqual({ 'a.jpg': 'done' });
    expect(transport.mint).toHaveBeenCalledWith([
      expect.objectContaining({
        name: 'a.jpg',
        contentType: 'image/jpeg',
        sha256: 'hash of a.jpg',
      }),
    ]);
    expect(engine.getSnapshot().items[0]?.mediaId).toBe('media of upload of a.jpg');
  });

  it('lets neighbours of a refused file go on', async () => {
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
    expect(await upload(file('a.jpg'), file('bad.txt'), file('empty.jpg', ''))).toEqual({
      'a.jpg': 'done',
      'bad.txt': 'failed: bad.txt is not taken',
      'empty.jpg': 'failed: The file is empty.',
    });
  });

  it('asks for each file by itself when a whole batch is refused', async () => {
    transport.mint.mockImplementation(async (files) => {
      if (files.some(({ name }) => name === 'odd')) {
        throw new ProblemError(problem(400, 'invalid', 'odd is odd'));
      }
      return files.map(transport.accept);
    });
    transport.hash.mockImplementation(async (given) => given.name);
    expect(await upload(file('odd'), file('a.jpg'), file('b.jpg'))).toEqual({
      odd: 'failed: odd is odd',
      'a.jpg': 'done',
      'b.jpg': 'done',
    });
  });

  it('tells what became of a file in processing', async () => {
    transport.progress
      .mockRejectedValueOnce(new ProblemError(problem(503, 'unavailable', 'busy')))
      .mockResolvedValueOnce([
        { mediaId: 'media of upload of a.jpg', state: 'PROCESSING', problem: undefined },
      ])
      .mockResolvedValueOnce([
        {
          mediaId: 'media of upload of a.jpg',
          state: 'REJECTED',
          problem: problem(422, 'damaged', 'a.jpg is damaged'),
        },
      ]);
    expect(await upload(file('a.jpg'))).toEqual({ 'a.jpg': 'failed: a.jpg is damaged' });
  });

  it('sends the same bytes once', async () => {
    expect(await upload(file('a.jpg', 'same'), file('copy.jpg', 'same'))).toEqual({
      'a.jpg': 'done',
      'copy.jpg': 'duplicate',
    });
    expect(transport.put).toHaveBeenCalledTimes(1);
    expect(engine.getSnapshot().items[1]?.mediaId).toBe('media of upload of a.jpg');
  });

  it('tries again what may pass, after 2, 5 and 10 seconds', async () => {
    transport.put
      .mockRejectedValueOnce(new ProblemError(problem(503, 'slow-down', 'slow down')))
      .mockRejectedValueOnce(new ProblemError(problem(503, 'slow-down', 'slow down')));
    expect(await upload(file('a.jpg'))).toEqual({ 'a.jpg': 'done' });
    expect(waits.slice(0, 2)).toEqual([2_000, 5_000]);
  });

  it('asks for a new URL when the first has run out', async () => {
    transport.put.mockResolvedValueOnce('gone');
    expect(await upload(file('a.jpg'))).toEqual({ 'a.jpg': 'done' });
    expect(transport.renew).toHaveBeenCalledWith('upload of a.jpg');
    expect(transport.put).toHaveBeenCalledTimes(2);
  });

  it('sends nothing again that the store has already', async () => {
    transport.put.mockResolvedValueOnce('gone');
    transport.renew.mockResolvedValueOnce('present');
    expect(await upload(file('a.jpg'))).toEqual({ 'a.jpg': 'done' });
    expect(transport.put).toHaveBeenCalledTimes(1);
  });

  it('takes a failed file again on retry', async () => {
    transport.put.mockRejectedValueOnce(new ProblemError(problem(400, 'store-refused', 'no')));
    expect(await upload(file('a.jpg'))).toEqual({ 'a.jpg': 'failed: no' });
    engine.retryFailed();
    await vi.waitFor(() => expect(states()).toEqual({ 'a.jpg': 'done' }));
  });

  it('gives up an upload that is removed half way', async () => {
    transport.put.mockImplementation(
      (_, __, ___, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new TypeError('aborted')));
        }),
    );
    engine.add([file('a.jpg')]);
    await vi.waitFor(() => expect(states()).toEqual({ 'a.jpg': 'uploading' }));
    engine.remove(engine.getSnapshot().items[0]?.key ?? '');
    await vi.waitFor(() => expect(engine.getSnapshot().items).toEqual([]));
    expect(transport.abandon).toHaveBeenCalledWith('upload of a.jpg');
    expect(transport.put).toHaveBeenCalledTimes(1);
  });

  it('sends four files at a time', async () => {
    let now = 0;
    let most = 0;
    transport.put.mockImplementation(async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now--;
      return 'stored';
    });
    await upload(...Array.from({ length: 9 }, (_, at) => file(`${at}.jpg`)));
    expect(most).toBe(4);
  });
});
