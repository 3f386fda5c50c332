import type { Problem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import type { Job } from '../queue/upload-job';
import type { UploadQueue } from '../queue/upload-queue';
import type { Patience, UploadClock } from './patience';
import type { Speedometer } from './speedometer';
import type { Declaration, UploadTransport } from './upload-transport';

/** What the steps of an upload share. */
export interface EngineContext {
  queue: UploadQueue;
  transport: UploadTransport;
  clock: UploadClock;
  speed: Speedometer;
  /** With photo-service. */
  service: Patience;
  /** With the store, which may be away while the service is there. */
  store: Patience;
  /** Given when the engine stops. */
  stopped: AbortSignal;
  /** Lets every step take what waits for it now. */
  pump: () => void;
  fail: (job: Job, problem: Problem) => void;
}

/** Often enough for any bad luck, and too seldom to go on for ever. */
const maxRestarts = 3;

/** Tells whether to begin again with what the service or the store has lost. */
export function mayRestart(job: Job): boolean {
  return job.restarts++ < maxRestarts;
}

export function forgetUpload({ queue }: EngineContext, job: Job): void {
  job.multipart = undefined;
  job.ticket = undefined;
  queue.update(job, { uploadId: undefined });
}

/** Files of the list with the same bytes tell what became of the one that was sent. */
export function tellTwins({ queue }: EngineContext, job: Job): void {
  const { mediaId, trashed } = job.item;
  for (const twin of queue.twinsOf(job)) queue.update(twin, { mediaId, trashed });
}

export function declarationOf({ item, sha256 }: Job): Declaration {
  return {
    clientId: item.key,
    name: item.name,
    contentType: item.contentType,
    size: item.size,
    sha256: sha256 ?? '',
  };
}

export function ownProblem(code: string, detail: string): Problem {
  return { code, title: detail, status: 410, detail, errors: [] };
}

export const unexpected: Problem = {
  ...ownProblem('unexpected', texts.problems.unexpected),
  status: 0,
};
