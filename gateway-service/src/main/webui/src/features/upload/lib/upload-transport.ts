import type { Problem } from '@/lib/problem';

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

export type MintResult =
  | { clientId: string; status: 'ACCEPTED'; uploadId: string; put: PutTicket | undefined }
  | { clientId: string; status: 'DUPLICATE'; mediaId: string; trashed: boolean }
  | { clientId: string; status: 'REJECTED'; problem: Problem };

export type CompleteResult =
  | { uploadId: string; status: 'OK'; mediaId: string }
  | { uploadId: string; status: 'FAILED'; problem: Problem };

export interface MediaProgress {
  mediaId: string;
  state: 'PROCESSING' | 'READY' | 'REJECTED' | 'FAILED';
  problem: Problem | undefined;
}

/** `gone`: the ticket has run out. `present`: the bytes lie there already. */
export type PutOutcome = 'stored' | 'present' | 'gone';

/** Everything the engine asks of the world; failures are ProblemErrors. */
export interface UploadTransport {
  hash: (file: File, signal: AbortSignal) => Promise<string>;
  mint: (files: Declaration[]) => Promise<MintResult[]>;
  /** `present`: the store has the bytes already; `gone`: the service forgot the upload. */
  renew: (uploadId: string) => Promise<PutTicket | 'present' | 'gone'>;
  put: (
    file: File,
    ticket: PutTicket,
    onSent: (bytes: number) => void,
    signal: AbortSignal,
  ) => Promise<PutOutcome>;
  complete: (uploadIds: string[]) => Promise<CompleteResult[]>;
  /** Of media that are still there; however many are asked for. */
  progress: (mediaIds: string[]) => Promise<MediaProgress[]>;
  /** Gives a pending upload up, so that its quota comes back. */
  abandon: (uploadId: string) => Promise<void>;
}
