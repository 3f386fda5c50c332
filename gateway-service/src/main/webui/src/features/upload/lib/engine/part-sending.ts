import { ProblemError } from '@/lib/problem';
import { texts } from '@/lib/texts';
import type { Job, MultipartPlan } from '../queue/upload-job';
import { type EngineContext, ownProblem } from './engine-context';
import { FileLost, readable } from './file-access';
import { PartTickets } from './part-tickets';
import type { Slots } from './slots';
import { usualPartSize } from './upload-transport';

const parallelParts = 4;
/** A part's URL that is refused once more than this is refused for another reason than its age. */
const maxRefusals = 3;

/** Sends a large file's parts, all but those already there. */
export class PartSending {
  private readonly context: EngineContext;
  private readonly slots: Slots;

  constructor(context: EngineContext, slots: Slots) {
    this.context = context;
    this.slots = slots;
  }

  /** `gone`: the upload isn't as it was any more; what it is, renewing tells. */
  async send(job: Job, plan: MultipartPlan, there: readonly number[]): Promise<'stored' | 'gone'> {
    const hashes = await this.hashesOf(job, plan);
    const sent = new Map(there.map((number) => [number, sizeOf(number, plan, job.item.size)]));
    this.tell(job, sent);
    const missing = numbersOf(plan).filter((number) => !sent.has(number));
    const tickets = new PartTickets(this.context, job, hashes);
    const stop = new AbortController();
    const signal = AbortSignal.any([job.abort.signal, stop.signal]);
    let gone = false;

    const work = async () => {
      for (let number = missing.shift(); number !== undefined; number = missing.shift()) {
        if (gone) return;
        if ((await this.sendPart(job, plan, number, missing, tickets, sent, signal)) === 'gone') {
          gone = true;
        }
      }
    };
    try {
      await Promise.all(Array.from({ length: parallelParts }, work));
    } catch (error) {
      // What the others have under way would go on unseen.
      stop.abort();
      throw error;
    }
    return gone ? 'gone' : 'stored';
  }

  private async sendPart(
    job: Job,
    plan: MultipartPlan,
    number: number,
    upcoming: readonly number[],
    tickets: PartTickets,
    sent: Map<number, number>,
    signal: AbortSignal,
  ): Promise<'stored' | 'gone'> {
    const { store, transport } = this.context;
    for (let refusals = 0; refusals < maxRefusals; refusals++) {
      const ticket = await tickets.of(number, upcoming);
      if (ticket === 'gone') return 'gone';
      const once = async () => {
        const bytes = await this.bytesOf(job, plan, number);
        return this.slots.run(() =>
          transport.put(bytes, ticket, (count) => this.count(job, sent, number, count), signal),
        );
      };
      const outcome = await store.run(once, signal, (waiting) =>
        this.context.queue.update(job, { waiting }),
      );
      if (outcome !== 'gone') {
        this.count(job, sent, number, sizeOf(number, plan, job.item.size));
        return 'stored';
      }
      sent.delete(number);
      tickets.forget(number);
    }
    return 'gone';
  }

  private async bytesOf(job: Job, { partSize }: MultipartPlan, number: number): Promise<Blob> {
    const file = await readable(this.context.queue, job);
    if (!file) throw new FileLost();
    return file.slice((number - 1) * partSize, number * partSize);
  }

  /** Those of the first reading, unless the service cuts otherwise. */
  private async hashesOf(job: Job, plan: MultipartPlan): Promise<string[]> {
    const { partHashes, abort } = job;
    if (plan.partSize === usualPartSize && partHashes.length === plan.partCount) return partHashes;
    const file = await readable(this.context.queue, job);
    if (!file) throw new FileLost();
    const digest = await this.context.transport.hash(file, abort.signal, plan.partSize);
    if (digest.parts.length !== plan.partCount) {
      throw new ProblemError(ownProblem('parts-differ', texts.upload.refusedByStore));
    }
    return digest.parts;
  }

  private count(job: Job, sent: Map<number, number>, number: number, bytes: number): void {
    const { speed, clock } = this.context;
    speed.add(Math.max(0, bytes - (sent.get(number) ?? 0)), clock.now());
    sent.set(number, bytes);
    this.tell(job, sent);
  }

  private tell(job: Job, sent: Map<number, number>): void {
    if (job.item.state !== 'uploading') return;
    let sum = 0;
    for (const bytes of sent.values()) sum += bytes;
    this.context.queue.update(job, { sent: sum });
  }
}

function numbersOf({ partCount }: MultipartPlan): number[] {
  return Array.from({ length: partCount }, (_, at) => at + 1);
}

function sizeOf(number: number, { partSize }: MultipartPlan, size: number): number {
  return Math.min(partSize, size - (number - 1) * partSize);
}
