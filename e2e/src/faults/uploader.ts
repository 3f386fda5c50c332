import { randomUUID } from 'node:crypto';
import { type Answer, Person, sha256 } from '../client.ts';
import type { Picture } from '../pictures.ts';
import type { Ledger } from './ledger.ts';
import { linePasses, patiently } from './patience.ts';
import { type Ticket, send } from './sending.ts';
import type { Strikes } from './strikes.ts';

/** What becomes of a file: brought in, given up, or left lying as by a closed tab. */
export type Fate = 'keep' | 'give up' | 'leave announced' | 'leave sent' | 'leave completing';

export interface Task {
  file: Picture;
  damaged: boolean;
  fate: Fate;
}

interface Minted {
  clientId: string;
  status: 'ACCEPTED' | 'DUPLICATE' | 'REJECTED';
  uploadId: string;
  put?: Ticket;
  multipart?: Multipart;
  mediaId: string;
}

interface Multipart {
  partSize: number;
  partCount: number;
  parts?: { number: number }[];
}

const TRIES = 40;

/** Brings files into a library as the web app does, whatever dies meanwhile. */
export class Uploader {
  constructor(
    private readonly person: Person,
    private readonly ledger: Ledger,
    private readonly strikes: Strikes,
    private readonly seed: number,
  ) {}

  /** Announces all in one request, then sends and completes so many at once. */
  async bring(tasks: Task[], atOnce: number): Promise<void> {
    const minted = await this.mint(tasks);
    const waiting = tasks.map((task, index) => ({ task, upload: minted[index]! }));
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.take(next.task, next.upload);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  private async mint(tasks: Task[]): Promise<Minted[]> {
    const files = tasks.map(({ file }, index) => ({
      clientId: String(index),
      name: file.name,
      contentType: file.contentType,
      size: file.bytes.length,
      sha256: sha256(file.bytes),
    }));
    const key = randomUUID();
    this.strikes.at('minting');
    const answer = await patiently('mint', () => this.person.call('POST', '/uploads', { files }, { 'Idempotency-Key': key }));
    this.strikes.at('minted');
    expectStatus(answer, 200);
    return answer.body.results;
  }

  private async take(task: Task, first: Minted): Promise<void> {
    let upload = first;
    for (let tries = 0; tries < TRIES; tries++) {
      if (upload.status === 'DUPLICATE') return this.acknowledge(upload.mediaId, task);
      if (upload.status === 'REJECTED') throw new Error(`refused: ${JSON.stringify(upload)}`);
      if (task.fate === 'leave announced') return;
      if (await this.sendAll(task.file, upload)) {
        if (task.fate === 'leave sent') return;
        if (task.fate === 'give up') return this.giveUp(upload);
        if (task.fate === 'leave completing') return this.leaveCompleting(task, upload);
        if (await this.complete(task, upload)) return;
      }
      upload = (await this.renew(upload)) ?? (await this.mint([task]))[0]!;
    }
    throw new Error(`${task.file.name} did not arrive in ${TRIES} tries`);
  }

  private acknowledge(mediaId: string, { file, damaged }: Task): void {
    this.ledger.acknowledge(mediaId, file, damaged, this.seed);
  }

  /** Answers whether all bytes are there, as far as one can tell. */
  private async sendAll(file: Picture, upload: Minted): Promise<boolean> {
    const halfway = () => this.strikes.at('halfway through the bytes');
    if (upload.multipart) return this.sendParts(file, upload.uploadId, upload.multipart, halfway);
    if (!upload.put) return true;
    const sent = await send(upload.put, file.bytes, halfway);
    return sent === 'stored' || sent === 'present';
  }

  private async sendParts(file: Picture, uploadId: string, plan: Multipart, halfway: () => void): Promise<boolean> {
    const there = new Set(plan.parts?.map(({ number }) => number));
    for (let number = 1; number <= plan.partCount; number++) {
      if (there.has(number)) continue;
      const bytes = file.bytes.subarray((number - 1) * plan.partSize, number * plan.partSize);
      const parts = [{ number, sha256: sha256(bytes) }];
      const answer = await patiently('parts', () => this.person.call('POST', `/uploads/${uploadId}/parts`, { parts }));
      if (answer.status !== 200) return false;
      if ((await send(answer.body.parts[0], bytes, halfway)) !== 'stored') return false;
    }
    return true;
  }

  /** What it still lacks; nothing when the service knows it no more. */
  private async renew(upload: Minted): Promise<Minted | undefined> {
    const { uploadId } = upload;
    const answer = await patiently('renew', () => this.person.call('POST', `/uploads/${uploadId}/renew`));
    if (answer.status === 404) return undefined;
    if (answer.body.code === 'upload-not-pending') return { ...upload, put: undefined, multipart: undefined };
    expectStatus(answer, 200);
    return { ...upload, put: answer.body.put, multipart: answer.body.multipart };
  }

  /** False when something of it was lost, and it is to be sent again. */
  private async complete(task: Task, { uploadId }: Minted): Promise<boolean> {
    this.strikes.at('before completing');
    const ask = () => this.person.call('POST', '/uploads/complete', { uploads: [{ id: uploadId }] });
    const answer = await patiently('complete', async () => {
      const asked = ask();
      this.strikes.at('completing');
      const got = await asked;
      const line = got.body?.results?.[0]?.problem;
      return linePasses(line) ? { ...got, status: line.status, body: line } : got;
    });
    expectStatus(answer, 200);
    const [{ status, mediaId, problem }] = answer.body.results;
    if (status === 'OK') {
      this.acknowledge(mediaId, task);
      this.strikes.at('completed');
      this.strikes.at('processing');
      return true;
    }
    if (['upload-incomplete', 'upload-not-found'].includes(problem.code)) return false;
    throw new Error(`${task.file.name} was not completed: ${JSON.stringify(problem)}`);
  }

  private leaveCompleting({ file }: Task, { uploadId }: Minted): void {
    this.ledger.forget(file);
    const asked = this.person.call('POST', '/uploads/complete', { uploads: [{ id: uploadId }] });
    asked.catch(() => undefined);
    this.strikes.at('completing');
  }

  private async giveUp({ uploadId }: Minted): Promise<void> {
    const answer = await patiently('give up', () => this.person.call('DELETE', `/uploads/${uploadId}`));
    if (![204, 404, 409].includes(answer.status)) expectStatus(answer, 204);
  }

  /** Into the trash, and out of it for good. */
  async purge(ids: string[]): Promise<void> {
    this.strikes.at('throwing away');
    if (ids.length === 0) return;
    expectStatus(await patiently('throw away', () => this.person.call('DELETE', '/media', { ids })), 200);
    for (const id of ids) this.ledger.purged.add(id);
    const asked = () => this.person.call('DELETE', '/trash', { ids });
    expectStatus(await patiently('purge', asked), 202);
    this.strikes.at('purging');
  }
}

export function expectStatus(answer: Answer, status: number): void {
  if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
}
