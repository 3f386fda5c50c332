import { type Problem, toProblem } from '@/lib/problem';
import { newKey } from '../queue/new-key';
import type { Job } from '../queue/upload-job';
import { declarationOf, type EngineContext, tellTwins, unexpected } from './engine-context';
import type { CheckResult, MintResult, UnfinishedUpload } from './upload-transport';

const batchSize = 50;
/** Tickets run out, so no more are asked for than go in a few minutes. */
const batchBytes = 256 * 1024 * 1024;
const readyEnough = 4;

/** From `hashed` over `checked` to `minted`: what is known or refused is so before it is sent. */
export class Permission {
  private readonly context: EngineContext;
  private checking = false;
  private minting = false;
  /** By hash: begun by an earlier page or another device, to be gone on with. */
  private unfinished: Map<string, UnfinishedUpload> | undefined;

  constructor(context: EngineContext) {
    this.context = context;
  }

  async check(): Promise<void> {
    const { queue, pump } = this.context;
    const batch = queue.in('hashed').slice(0, batchSize);
    if (this.checking || batch.length === 0) return;
    this.checking = true;
    try {
      await this.checkBatch(batch);
    } finally {
      this.checking = false;
      pump();
    }
  }

  private async checkBatch(batch: Job[]): Promise<void> {
    const { service, transport, stopped, queue } = this.context;
    try {
      await this.adoptUnfinished(batch);
      const asking = batch.filter((job) => job.item.state === 'hashed');
      if (asking.length === 0) return;
      const files = asking.map(declarationOf);
      const results = await service.run(() => transport.check(files), stopped);
      const byKey = new Map(results.map((result) => [result.clientId, result]));
      for (const job of asking) this.takeCheck(job, byKey.get(job.item.key));
    } catch {
      // Minting asks the same, and tells of each file by itself what is wrong.
      if (stopped.aborted) return;
      for (const job of batch) {
        if (job.item.state === 'hashed') queue.update(job, { state: 'checked' });
      }
    }
  }

  /** Uploads that were begun with the same bytes are gone on with, wherever that was. */
  private async adoptUnfinished(batch: Job[]): Promise<void> {
    const { service, transport, stopped, queue } = this.context;
    if (!this.unfinished) {
      const found = await service.run(() => transport.unfinished(), stopped);
      this.unfinished = new Map(found.map((upload) => [upload.sha256, upload]));
    }
    for (const job of batch) {
      const begun = this.unfinished.get(job.sha256 ?? '');
      if (!begun || begun.size !== job.item.size || job.item.state !== 'hashed') continue;
      this.unfinished.delete(begun.sha256);
      queue.update(job, { state: 'minted', uploadId: begun.uploadId });
    }
  }

  /** Other pages may have begun or ended some. */
  forgetUnfinished(): void {
    this.unfinished = undefined;
  }

  private takeCheck(job: Job, result: CheckResult | undefined): void {
    if (job.item.state !== 'hashed') return;
    if (result?.status === 'DUPLICATE' || result?.status === 'REJECTED') this.refuse(job, result);
    else this.context.queue.update(job, { state: 'checked' });
  }

  async mint(): Promise<void> {
    const { queue, pump } = this.context;
    if (this.minting || queue.count('minted') >= readyEnough) return;
    const batch = upTo(batchBytes, queue.in('checked').slice(0, batchSize));
    if (batch.length === 0) return;
    this.minting = true;
    try {
      await this.mintBatch(batch);
    } finally {
      this.minting = false;
      pump();
    }
  }

  private async mintBatch(batch: Job[]): Promise<void> {
    const { service, transport, stopped, fail } = this.context;
    const files = batch.map(declarationOf);
    const key = newKey();
    try {
      const results = await service.run(() => transport.mint(files, key), stopped);
      const byKey = new Map(results.map((result) => [result.clientId, result]));
      for (const job of batch) this.takeMint(job, byKey.get(job.item.key));
    } catch (error) {
      if (stopped.aborted) return;
      const problem = toProblem(error);
      if (batch.length > 1 && isOfOne(problem)) {
        // One declaration the service won't even read must not fail its neighbours.
        for (const job of batch) await this.mintBatch([job]);
      } else {
        for (const job of batch) if (job.item.state === 'checked') fail(job, problem);
      }
    }
  }

  private takeMint(job: Job, result: MintResult | undefined): void {
    const { queue, transport, fail } = this.context;
    const waits = queue.isCurrent(job) && job.item.state === 'checked';
    if (result?.status === 'ACCEPTED') {
      const { uploadId, put, multipart } = result;
      if (!queue.isCurrent(job)) {
        // Taken off the list meanwhile: its room goes back.
        transport.abandon(uploadId).catch(() => undefined);
        return;
      }
      Object.assign(job, { ticket: put, multipart, fresh: true });
      queue.update(job, { uploadId, ...(waits && { state: 'minted' }) });
    } else if (waits && result) {
      this.refuse(job, result);
    } else if (waits) {
      fail(job, unexpected);
    }
  }

  private refuse(job: Job, result: Exclude<MintResult, { status: 'ACCEPTED' }>): void {
    const { queue, fail } = this.context;
    if (result.status === 'REJECTED') {
      fail(job, result.problem);
      return;
    }
    const { mediaId, trashed } = result;
    queue.update(job, { state: 'duplicate', mediaId, trashed });
    queue.dropFile(job);
    tellTwins(this.context, job);
  }
}

/** The first always; more while they are within so many bytes. */
function upTo(bytes: number, jobs: Job[]): Job[] {
  let sum = 0;
  return jobs.filter(({ item }, at) => (sum += item.size) <= bytes || at === 0);
}

function isOfOne({ status }: Problem): boolean {
  return status >= 400 && status < 500;
}
