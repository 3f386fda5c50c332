import type { PutTicket } from '../engine/upload-transport';
import type { UploadItem, UploadState } from './upload-item';

export interface MultipartPlan {
  /** Bytes of each part but the last. */
  partSize: number;
  partCount: number;
}

/** What is known of a file on its way, beyond what is shown. */
export interface Job {
  item: UploadItem;
  /** Ends what is under way for it; a new one with each start. */
  abort: AbortController;
  addedAt: number;
  sha256: string | undefined;
  /** Of parts of the usual size; empty for files that go in one piece. */
  partHashes: string[];
  multipart: MultipartPlan | undefined;
  ticket: PutTicket | undefined;
  /** Nothing was sent for this upload yet, so there is no need to ask what is missing. */
  fresh: boolean;
  /** The other file of this list with the same bytes, whose fate this one shares. */
  twinOf: Job | undefined;
  /** The file was chosen again for it, so its bytes must be those it had. */
  givenBack: boolean;
  /** How often the service or the store has lost what was begun. */
  restarts: number;
}

/** The form in which a job outlives the page; its bytes are stored beside it. */
export interface QueueRecord {
  key: string;
  owner: string;
  addedAt: number;
  name: string;
  size: number;
  contentType: string;
  state: UploadState;
  sha256: string | undefined;
  partHashes: string[];
  uploadId: string | undefined;
  multipart: MultipartPlan | undefined;
  mediaId: string | undefined;
  trashed: boolean;
  twin: string | undefined;
  reason: string | undefined;
}

export function newJob(key: string, file: File, contentType: string, addedAt: number): Job {
  return {
    item: {
      key,
      file,
      name: file.name,
      size: file.size,
      contentType,
      state: 'queued',
      sent: 0,
      waiting: false,
      kept: false,
      uploadId: undefined,
      mediaId: undefined,
      trashed: false,
      twin: undefined,
      reason: undefined,
    },
    abort: new AbortController(),
    addedAt,
    sha256: undefined,
    partHashes: [],
    multipart: undefined,
    ticket: undefined,
    fresh: false,
    twinOf: undefined,
    givenBack: false,
    restarts: 0,
  };
}

/** Where an interrupted job goes on, by what is known of it. */
export function resumingState(job: Job): UploadState {
  const { state, mediaId, uploadId, file } = job.item;
  if (state === 'verifying' || state === 'processing') return state;
  if (mediaId !== undefined && state !== 'duplicate') return 'processing';
  if (!file) return 'missing';
  if (!job.sha256) return 'queued';
  return uploadId ? 'minted' : 'hashed';
}

export function toRecord(job: Job, owner: string): QueueRecord {
  const { item } = job;
  const twinOfOpen = job.twinOf !== undefined && job.twinOf.item.state !== 'done';
  return {
    key: item.key,
    owner,
    addedAt: job.addedAt,
    name: item.name,
    size: item.size,
    contentType: item.contentType,
    // A twin's fate is open while the other's is.
    state: twinOfOpen ? 'hashed' : item.state,
    sha256: job.sha256,
    partHashes: job.partHashes,
    uploadId: item.uploadId,
    multipart: job.multipart,
    mediaId: item.mediaId,
    trashed: item.trashed,
    twin: twinOfOpen ? undefined : item.twin,
    reason: item.reason,
  };
}

const keptStates: ReadonlySet<UploadState> = new Set(['duplicate', 'failed', 'paused']);

/** A job as it goes on after the page was closed, at whatever moment that was. */
export function fromRecord(record: QueueRecord, file: File | undefined): Job {
  const job: Job = {
    item: {
      key: record.key,
      file,
      name: record.name,
      size: record.size,
      contentType: record.contentType,
      state: record.state,
      sent: 0,
      waiting: false,
      kept: file !== undefined,
      uploadId: record.uploadId,
      mediaId: record.mediaId,
      trashed: record.trashed,
      twin: record.twin,
      reason: record.reason,
    },
    abort: new AbortController(),
    addedAt: record.addedAt,
    sha256: record.sha256,
    partHashes: record.partHashes,
    multipart: record.multipart,
    ticket: undefined,
    fresh: false,
    twinOf: undefined,
    givenBack: false,
    restarts: 0,
  };
  const state = keptStates.has(record.state) ? record.state : resumingState(job);
  const sent = state === 'verifying' || state === 'processing' ? record.size : 0;
  job.item = { ...job.item, state, sent };
  return job;
}
