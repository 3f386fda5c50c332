import type { Job } from '../queue/upload-job';
import type { EngineContext } from './engine-context';
import type { PartTicket } from './upload-transport';

/** URLs asked for at once: what goes within their life even on a slow line. */
const ahead = 8;

type Signed = Promise<ReadonlyMap<number, PartTicket> | 'gone'>;

/** The parts' URLs of one upload, a few ahead of their use. */
export class PartTickets {
  private readonly context: EngineContext;
  private readonly job: Job;
  private readonly hashes: readonly string[];
  private readonly signed = new Map<number, Signed>();

  constructor(context: EngineContext, job: Job, hashes: readonly string[]) {
    this.context = context;
    this.job = job;
    this.hashes = hashes;
  }

  async of(number: number, upcoming: readonly number[]): Promise<PartTicket | 'gone'> {
    const known = this.signed.get(number);
    if (!known) {
      const numbers = [number, ...upcoming.filter((other) => !this.signed.has(other))];
      const asked = numbers.slice(0, ahead);
      const answer = this.sign(asked);
      for (const each of asked) this.signed.set(each, answer);
    }
    const tickets = await (known ?? this.signed.get(number));
    return tickets === undefined || tickets === 'gone' ? 'gone' : (tickets.get(number) ?? 'gone');
  }

  forget(number: number): void {
    this.signed.delete(number);
  }

  private async sign(numbers: readonly number[]): Signed {
    const { service, transport, queue } = this.context;
    const { abort, item } = this.job;
    const { uploadId } = item;
    if (!uploadId) return 'gone';
    const parts = numbers.map((number) => ({ number, sha256: this.hashes[number - 1] ?? '' }));
    const answer = await service.run(
      () => transport.signParts(uploadId, parts),
      abort.signal,
      (waiting) => queue.update(this.job, { waiting }),
    );
    return answer === 'gone' ? answer : new Map(answer.map((ticket) => [ticket.number, ticket]));
  }
}
