/**
 * `hashed` waits for the check, `checked` for permission, `minted` for one of the parallel slots;
 * `missing` was stored without its bytes and needs the file again.
 */
export type UploadState =
  | 'queued'
  | 'hashing'
  | 'hashed'
  | 'checked'
  | 'minted'
  | 'uploading'
  | 'verifying'
  | 'processing'
  | 'done'
  | 'duplicate'
  | 'failed'
  | 'paused'
  | 'missing';

export interface UploadItem {
  key: string;
  /** Absent where it isn't at hand: in a tab that only looks on, or after a reload. */
  file: File | undefined;
  name: string;
  size: number;
  contentType: string;
  state: UploadState;
  /** Bytes the store has taken. */
  sent: number;
  /** Between two tries. */
  waiting: boolean;
  /** The bytes lie in this browser's storage too, so that a reload loses nothing. */
  kept: boolean;
  uploadId: string | undefined;
  mediaId: string | undefined;
  /** A duplicate whose original lies in the trash. */
  trashed: boolean;
  /** Name of the file in this very list that has the same bytes. */
  twin: string | undefined;
  /** Why it failed, in plain words. */
  reason: string | undefined;
}

export interface UploadTotals {
  count: number;
  settled: number;
  failed: number;
  /** Of those that wait for a person: paused by one, or needing their file again. */
  paused: number;
  missing: number;
  bytes: number;
  sentBytes: number;
  /** Bytes for which no room is reserved yet. */
  unreservedBytes: number;
  bytesPerSecond: number;
  /** Something is on its way to the store. */
  busy: boolean;
  /** Leaving now would lose something: a file whose bytes are nowhere but here. */
  losable: boolean;
  /** Nothing is left to wait for, not even processing. */
  idle: boolean;
}

const settledStates: ReadonlySet<UploadState> = new Set(['done', 'duplicate', 'failed']);
const restingStates: ReadonlySet<UploadState> = new Set(['paused', 'missing']);
/** The bytes are in the store; nothing of the device is needed any more. */
const storedStates: ReadonlySet<UploadState> = new Set(['verifying', 'processing']);
const unreservedStates: ReadonlySet<UploadState> = new Set([
  'queued',
  'hashing',
  'hashed',
  'checked',
]);

export function isSettled(state: UploadState): boolean {
  return settledStates.has(state);
}

/** What may still be paused, or given up, without harm. */
export function isStoppable(state: UploadState): boolean {
  return !isSettled(state) && !storedStates.has(state);
}

/** Waits for nobody but a person. */
export function isResting(state: UploadState): boolean {
  return restingStates.has(state);
}

/** Duplicates and failures have nothing (more) to send, so they don't hold the total back. */
function countsBytes(state: UploadState): boolean {
  return state !== 'duplicate' && state !== 'failed';
}

export function totalsOf(items: readonly UploadItem[], bytesPerSecond: number): UploadTotals {
  const totals: UploadTotals = {
    count: items.length,
    settled: 0,
    failed: 0,
    paused: 0,
    missing: 0,
    bytes: 0,
    sentBytes: 0,
    unreservedBytes: 0,
    bytesPerSecond,
    busy: false,
    losable: false,
    idle: true,
  };
  for (const { state, size, sent, kept } of items) {
    const settled = isSettled(state);
    const stoppable = isStoppable(state);
    if (settled) totals.settled++;
    if (state === 'failed') totals.failed++;
    if (state === 'paused') totals.paused++;
    if (state === 'missing') totals.missing++;
    if (countsBytes(state)) {
      totals.bytes += size;
      totals.sentBytes += sent;
    }
    if (unreservedStates.has(state)) totals.unreservedBytes += size;
    totals.busy ||= !settled && state !== 'processing' && !isResting(state);
    totals.losable ||= stoppable && state !== 'missing' && !kept;
    totals.idle &&= settled || isResting(state);
  }
  return totals;
}
