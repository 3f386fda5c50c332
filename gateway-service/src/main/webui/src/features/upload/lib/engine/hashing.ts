import { texts } from '@/lib/texts';
import type { Job } from '../queue/upload-job';
import { type EngineContext, forgetUpload, ownProblem } from './engine-context';
import { readable } from './file-access';

/** From `queued` to `hashed`: one file at a time, as disks like it. */
export class Hashing {
  private readonly context: EngineContext;
  private readonly onOther: (job: Job, file: File) => void;
  private running = false;

  /** `onOther`: a file chosen for an interrupted upload turned out to be another one. */
  constructor(context: EngineContext, onOther: (job: Job, file: File) => void) {
    this.context = context;
    this.onOther = onOther;
  }

  async step(): Promise<void> {
    const { queue, pump } = this.context;
    const job = queue.first('queued');
    if (this.running || !job) return;
    this.running = true;
    queue.update(job, { state: 'hashing' });
    try {
      await this.hash(job);
    } finally {
      this.running = false;
      pump();
    }
  }

  private async hash(job: Job): Promise<void> {
    const { queue, transport, fail } = this.context;
    if (job.item.size === 0) {
      fail(job, ownProblem('file-empty', texts.upload.empty));
      return;
    }
    const { signal } = job.abort;
    const file = await readable(queue, job);
    try {
      if (!file) throw new Error('unreadable');
      const digest = await transport.hash(file, signal);
      if (signal.aborted) return;
      this.take(job, file, digest.sha256, digest.parts);
    } catch {
      if (!signal.aborted) fail(job, ownProblem('file-unreadable', texts.upload.unreadable));
    }
  }

  private take(job: Job, file: File, sha256: string, parts: string[]): void {
    if (job.sha256 !== undefined && job.sha256 !== sha256) {
      if (job.givenBack) {
        this.onOther(job, file);
        return;
      }
      this.giveUp(job);
    }
    job.sha256 = sha256;
    job.partHashes = parts;
    this.context.queue.persist(job);
    this.classify(job);
  }

  /** What was begun with other bytes ends. */
  private giveUp(job: Job): void {
    const { uploadId } = job.item;
    if (uploadId) this.context.transport.abandon(uploadId).catch(() => undefined);
    forgetUpload(this.context, job);
  }

  /** What comes next for a file whose hash is known. */
  classify(job: Job): void {
    const { queue } = this.context;
    const holder = queue.holderOf(job.sha256 ?? '', job);
    if (holder !== job) {
      job.twinOf = holder;
      const { mediaId, trashed, name } = holder.item;
      queue.update(job, { state: 'duplicate', mediaId, trashed, twin: name });
    } else {
      queue.update(job, { state: job.item.uploadId ? 'minted' : 'hashed' });
    }
  }
}
