import type { Problem } from '@/lib/problem';
import type { MultipartPlan } from '../queue/upload-job';

/** Bytes of a part, as long as the service asks for no other. */
export const usualPartSize = 16 * 1024 * 1024;
/** Files above go in parts. */
export const multipartAbove = 64 * 1024 * 1024;

export interface FileDigest {
  /** Of the whole, in lowercase hex. */
  sha256: string;
  /** Of each part; empty for a file that goes in one piece. */
  parts: string[];
}

export interface Declaration {
  clientId: string;
  name: string;
  contentType: string;
  size: number;
  sha256: string;
}

/** A presigned request: the client sends exactly these headers. */
export interface PutTicket {
  url: string;
  headers: Record<string, string>;
}

export interface PartTicket extends PutTicket {
  number: number;
}

interface Duplicate {
  clientId: string;
  status: 'DUPLICATE';
  mediaId: string;
  trashed: boolean;
}

interface Rejected {
  clientId: string;
  status: 'REJECTED';
  problem: Problem;
}

/** What minting would say; nothing is reserved. */
export type CheckResult = { clientId: string; status: 'ACCEPTED' } | Duplicate | Rejected;

export type MintResult =
  | {
      clientId: string;
      status: 'ACCEPTED';
      uploadId: string;
      put: PutTicket | undefined;
      multipart: MultipartPlan | undefined;
    }
  | Duplicate
  | Rejected;

/** What is missing of an upload: its one PUT, or all parts but those there. */
export interface Renewal {
  put: PutTicket | undefined;
  multipart: (MultipartPlan & { there: number[] }) | undefined;
}

export type CompleteResult =
  | { uploadId: string; status: 'OK'; mediaId: string }
  | { uploadId: string; status: 'FAILED'; problem: Problem };

export interface MediaProgress {
  mediaId: string;
  state: 'PROCESSING' | 'READY' | 'REJECTED' | 'FAILED';
  problem: Problem | undefined;
}

/** An upload that was begun, here or elsewhere, and not completed. */
export interface UnfinishedUpload {
  uploadId: string;
  name: string;
  size: number;
  sha256: string;
  createdAt: string;
}

/** `gone`: the ticket has run out. `present`: the bytes lie there already. */
export type PutOutcome = 'stored' | 'present' | 'gone';

/** Everything the engine asks of the world; failures are ProblemErrors. */
export interface UploadTransport {
  hash: (file: File, signal: AbortSignal, partSize?: number) => Promise<FileDigest>;
  check: (files: Declaration[]) => Promise<CheckResult[]>;
  /** With the same key, a repeated question gets the first answer again. */
  mint: (files: Declaration[], idempotencyKey: string) => Promise<MintResult[]>;
  /** `present`: the store has the bytes already; `gone`: the service forgot the upload. */
  renew: (uploadId: string) => Promise<Renewal | 'present' | 'gone'>;
  signParts: (
    uploadId: string,
    parts: { number: number; sha256: string }[],
  ) => Promise<PartTicket[] | 'gone'>;
  put: (
    bytes: Blob,
    ticket: PutTicket,
    onSent: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<PutOutcome>;
  complete: (uploadIds: string[]) => Promise<CompleteResult[]>;
  /** Of media that are still there; however many are asked for. */
  progress: (mediaIds: string[]) => Promise<MediaProgress[]>;
  /** Gives a pending upload up, so that its quota comes back. */
  abandon: (uploadId: string) => Promise<void>;
  unfinished: () => Promise<UnfinishedUpload[]>;
}
