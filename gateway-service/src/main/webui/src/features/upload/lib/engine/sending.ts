import { ProblemError, toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import type { Job } from '../queue/upload-job';
import { type EngineContext, forgetUpload, mayRestart, ownProblem } from './engine-context';
import { FileLost, readable } from './file-access';
import { PartSending } from './part-sending';
import { Slots } from './slots';
import type { PutOutcome, PutTicket, Renewal } from './upload-transport';

const parallelPuts = 4;
/** A URL that is refused again and again is refused for another reason than its age. */
const maxRenewals = 4;

/** From `minted` to `verifying`: four files at a time, and four PUTs, whoever they are of. */
export class Sending {
  private readonly context: EngineContext;
  private readonly slots = new Slots(parallelPuts);
  private readonly parts: PartSending;
  private running = 0;

  constructor(context: EngineContext) {
    this.context = context;
    this.parts = new PartSending(context, this.slots);
  }

  step(): void {
    const { queue, pump } = this.context;
    while (this.running < parallelPuts) {
      const job = queue.first('minted');
      if (!job) return;
      this.running++;
      queue.update(job, { state: 'uploading', sent: 0 });
      void this.send(job).finally(() => {
        this.running--;
        pump();
      });
    }
  }

  private async send(job: Job): Promise<void> {
    const { queue, fail } = this.context;
    const { signal } = job.abort;
    try {
      const delivered = await this.deliver(job);
      if (signal.aborted) return;
      if (delivered) queue.update(job, { state: 'verifying', sent: job.item.size });
      else queue.update(job, { state: 'checked', sent: 0 });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof FileLost) queue.update(job, { state: 'missing', file: undefined });
      else fail(job, toProblem(error));
    }
  }

  /** False where the service has forgotten the upload, so that it is to be asked for anew. */
  private async deliver(job: Job): Promise<boolean> {
    if (job.fresh && (await this.sendFirst(job)) !== 'gone') return true;
    for (let renewals = 0; renewals < maxRenewals; renewals++) {
      const renewed = await this.renew(job);
      if (renewed === 'present') return true;
      if (renewed === 'gone') {
        forgetUpload(this.context, job);
        if (mayRestart(job)) return false;
        break;
      }
      if ((await this.sendMissing(job, renewed)) !== 'gone') return true;
    }
    throw new ProblemError(ownProblem('upload-expired', texts.upload.expired));
  }

  private async sendFirst(job: Job): Promise<PutOutcome> {
    job.fresh = false;
    if (job.ticket) return this.sendWhole(job, job.ticket);
    return job.multipart ? this.parts.send(job, job.multipart, []) : 'gone';
  }

  private async renew(job: Job): Promise<Renewal | 'present' | 'gone'> {
    const { service, transport } = this.context;
    const { uploadId } = job.item;
    if (!uploadId) return 'gone';
    const { signal } = job.abort;
    return service.run(() => transport.renew(uploadId), signal, this.waiting(job));
  }

  private async sendMissing(job: Job, renewed: Renewal): Promise<PutOutcome> {
    job.ticket = renewed.put;
    if (renewed.multipart) {
      const { there, ...plan } = renewed.multipart;
      job.multipart = plan;
      this.context.queue.persist(job);
      return this.parts.send(job, plan, there);
    }
    return renewed.put ? this.sendWhole(job, renewed.put) : 'present';
  }

  private sendWhole(job: Job, ticket: PutTicket): Promise<PutOutcome> {
    const { queue, store, transport } = this.context;
    const { signal } = job.abort;
    const once = async () => {
      const file = await readable(queue, job);
      if (!file) throw new FileLost();
      return this.slots.run(() =>
        transport.put(file, ticket, (bytes) => this.sent(job, bytes), signal),
      );
    };
    return store.run(once, signal, this.waiting(job));
  }

  private sent(job: Job, bytes: number): void {
    const { queue, speed, clock } = this.context;
    if (job.item.state !== 'uploading') return;
    speed.add(Math.max(0, bytes - job.item.sent), clock.now());
    queue.update(job, { sent: bytes });
  }

  private waiting(job: Job): (waiting: boolean) => void {
    return (waiting) => this.context.queue.update(job, { waiting });
  }
}
