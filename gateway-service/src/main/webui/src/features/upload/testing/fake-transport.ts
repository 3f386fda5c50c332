import { vi } from 'vitest';
import { type Problem, ProblemError } from '@/lib/problem';
import {
  type CheckResult,
  type CompleteResult,
  type Declaration,
  type FileDigest,
  type MediaProgress,
  type MintResult,
  multipartAbove,
  type PutTicket,
  type UnfinishedUpload,
  type UploadTransport,
  usualPartSize,
} from '../lib/engine/upload-transport';

export const ticket: PutTicket = { url: 'https://store/put', headers: {} };

export function problem(status: number, code: string, detail = `It is ${code}.`): Problem {
  return { code, title: detail, status, detail, errors: [] };
}

export function failure(status: number, code: string, detail?: string): ProblemError {
  return new ProblemError(problem(status, code, detail));
}

/** As large as it says, without the bytes. */
export function largeFile(name: string, size: number): File {
  const file = new File([name], name);
  Object.defineProperty(file, 'size', { value: size });
  Object.defineProperty(file, 'slice', {
    value: (from: number, to: number) => new Blob([`${name} ${from}-${Math.min(to, size)}`]),
  });
  return file;
}

async function digestOf(file: File): Promise<FileDigest> {
  const parts = file.size > multipartAbove ? Math.ceil(file.size / usualPartSize) : 0;
  return {
    sha256: `hash of ${await file.text()}`,
    parts: Array.from({ length: parts }, (_, at) => `hash of part ${at + 1}`),
  };
}

/** A service and a store that take everything, unless a test says otherwise. */
export class FakeTransport implements UploadTransport {
  hash = vi.fn<UploadTransport['hash']>(digestOf);
  check = vi.fn(async (files: Declaration[]): Promise<CheckResult[]> =>
    files.map(({ clientId }) => ({ clientId, status: 'ACCEPTED' })),
  );
  mint = vi.fn<UploadTransport['mint']>(async (files) => files.map(this.accept));
  renew = vi.fn<UploadTransport['renew']>(async () => ({ put: ticket, multipart: undefined }));
  signParts = vi.fn<UploadTransport['signParts']>(async (uploadId, parts) =>
    parts.map(({ number }) => ({
      number,
      url: `https://store/${uploadId}/${number}`,
      headers: {},
    })),
  );
  put = vi.fn<UploadTransport['put']>(async (bytes, _, onSent) => {
    onSent(bytes.size);
    return 'stored';
  });
  complete = vi.fn(async (ids: string[]): Promise<CompleteResult[]> =>
    ids.map((uploadId) => ({ uploadId, status: 'OK', mediaId: `media of ${uploadId}` })),
  );
  progress = vi.fn(async (ids: string[]): Promise<MediaProgress[]> =>
    ids.map((mediaId) => ({ mediaId, state: 'READY', problem: undefined })),
  );
  abandon = vi.fn(async () => undefined);
  unfinished = vi.fn(async (): Promise<UnfinishedUpload[]> => []);

  readonly accept = ({ clientId, name, size }: Declaration): MintResult => ({
    clientId,
    status: 'ACCEPTED',
    uploadId: `upload of ${name}`,
    put: size > multipartAbove ? undefined : ticket,
    multipart:
      size > multipartAbove
        ? { partSize: usualPartSize, partCount: Math.ceil(size / usualPartSize) }
        : undefined,
  });
}
