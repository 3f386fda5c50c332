import { isPassing, ProblemError, toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import type { Job } from '../queue/upload-job';
import {
  type EngineContext,
  forgetUpload,
  mayRestart,
  ownProblem,
  tellTwins,
  unexpected,
} from './engine-context';
import type { CompleteResult, MediaProgress } from './upload-transport';

const batchSize = 50;
/** At first a photo's time, then what a film needs. */
const pollDelaysMs = [1_000, 1_000, 1_000, 2_000, 3_000, 5_000];

/** From `verifying` over `processing` to the end, which only the service knows. */
export class Settling {
  private readonly context: EngineContext;
  private completing = false;
  private polling = false;
  /** Polls in a row that told nothing new. */
  private quietPolls = 0;

  constructor(context: EngineContext) {
    this.context = context;
  }

  async complete(): Promise<void> {
    const { queue, pump } = this.context;
    const batch = queue.in('verifying').slice(0, batchSize);
    if (this.completing || batch.length === 0) return;
    this.completing = true;
    try {
      await this.completeBatch(batch);
    } finally {
      this.completing = false;
      pump();
    }
  }

  private async completeBatch(batch: Job[]): Promise<void> {
    const { service, transport, stopped, fail } = this.context;
    const ids = batch.flatMap(({ item }) => item.uploadId ?? []);
    try {
      const results = await service.run(async () => {
        const answered = await transport.complete(ids);
        waitIfPassing(answered);
        return answered;
      }, stopped);
      const byId = new Map(results.map((result) => [result.uploadId, result]));
      for (const job of batch) this.takeComplete(job, byId.get(job.item.uploadId ?? ''));
    } catch (error) {
      if (stopped.aborted) return;
      for (const job of batch) fail(job, toProblem(error));
    }
  }

  private takeComplete(job: Job, result: CompleteResult | undefined): void {
    const { queue, fail } = this.context;
    if (!queue.isCurrent(job)) return;
    if (result?.status === 'OK') {
      this.quietPolls = 0;
      queue.update(job, { state: 'processing', mediaId: result.mediaId });
      queue.dropFile(job);
      tellTwins(this.context, job);
    } else if (!this.goesAgain(job, result?.problem.code)) {
      // A retry asks for a new upload: this one was refused.
      forgetUpload(this.context, job);
      fail(job, result?.problem ?? unexpected);
    }
  }

  /** What the store or the service has lost meanwhile is sent again, and of parts only those. */
  private goesAgain(job: Job, code: string | undefined): boolean {
    const again = code === 'upload-incomplete' || code === 'upload-not-found';
    if (!again || !mayRestart(job)) return false;
    if (code === 'upload-not-found') forgetUpload(this.context, job);
    const resumes = job.item.uploadId === undefined ? 'checked' : 'minted';
    const state = job.item.file ? resumes : 'missing';
    this.context.queue.update(job, { state, sent: 0 });
    return true;
  }

  async poll(): Promise<void> {
    const { queue, clock, pump, stopped } = this.context;
    if (this.polling || queue.count('processing') === 0) return;
    this.polling = true;
    try {
      const last = pollDelaysMs.length - 1;
      await clock.wait(pollDelaysMs[Math.min(this.quietPolls, last)] ?? 0, stopped);
      if (!stopped.aborted) await this.ask(queue.in('processing'));
    } finally {
      this.polling = false;
      pump();
    }
  }

  private async ask(jobs: Job[]): Promise<void> {
    const { service, transport, stopped } = this.context;
    const ids = jobs.flatMap(({ item }) => item.mediaId ?? []);
    this.quietPolls++;
    try {
      const states = await service.run(() => transport.progress(ids), stopped);
      const byId = new Map(states.map((state) => [state.mediaId, state]));
      for (const job of jobs) this.takeProgress(job, byId.get(job.item.mediaId ?? ''));
    } catch {
      // What became of the file only the service knows, so no failed question settles it.
    }
  }

  private takeProgress(job: Job, found: MediaProgress | undefined): void {
    const { queue, fail } = this.context;
    if (!queue.isCurrent(job) || found?.state === 'PROCESSING') return;
    this.quietPolls = 0;
    if (found?.state === 'READY') queue.update(job, { state: 'done' });
    else if (found) fail(job, found.problem ?? ownProblem('failed', texts.upload.unprocessable));
    else fail(job, ownProblem('media-gone', texts.upload.goneMeanwhile));
  }
}

/** Completing again is harmless, so what passes for one upload is waited for with all. */
function waitIfPassing(results: CompleteResult[]): void {
  for (const result of results) {
    if (result.status === 'FAILED' && isPassing(result.problem)) {
      throw new ProblemError(result.problem);
    }
  }
}
