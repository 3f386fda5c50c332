/** `hashed` and `minted` wait: for upload permission, and for one of the parallel slots. */
export type UploadState =
  | 'queued'
  | 'hashing'
  | 'hashed'
  | 'minted'
  | 'uploading'
  | 'verifying'
  | 'processing'
  | 'done'
  | 'duplicate'
  | 'failed';

export interface UploadItem {
  key: string;
  file: File;
  name: string;
  size: number;
  state: UploadState;
  /** Bytes the store has taken. */
  sent: number;
  mediaId: string | undefined;
  /** A duplicate whose original lies in the trash. */
  trashed: boolean;
  /** Why it failed, in plain words. */
  reason: string | undefined;
}

export interface UploadTotals {
  count: number;
  settled: number;
  failed: number;
  bytes: number;
  sentBytes: number;
  bytesPerSecond: number;
  /** Leaving the page now would interrupt something. */
  busy: boolean;
  /** Nothing is left to wait for, not even processing. */
  idle: boolean;
}

const settledStates: ReadonlySet<UploadState> = new Set(['done', 'duplicate', 'failed']);

export function isSettled(state: UploadState): boolean {
  return settledStates.has(state);
}

/** Duplicates and failures have nothing (more) to send, so they don't hold the total back. */
function countsBytes(state: UploadState): boolean {
  return state !== 'duplicate' && state !== 'failed';
}

export function totalsOf(items: readonly UploadItem[], bytesPerSecond: number): UploadTotals {
  const sending = items.filter((item) => countsBytes(item.state));
  return {
    count: items.length,
    settled: items.filter((item) => isSettled(item.state)).length,
    failed: items.filter((item) => item.state === 'failed').length,
    bytes: sending.reduce((sum, item) => sum + item.size, 0),
    sentBytes: sending.reduce((sum, item) => sum + item.sent, 0),
    bytesPerSecond,
    busy: items.some((item) => !isSettled(item.state) && item.state !== 'processing'),
    idle: items.every((item) => isSettled(item.state)),
  };
}
