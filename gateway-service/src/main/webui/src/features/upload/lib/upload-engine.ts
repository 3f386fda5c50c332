import { isPassing, type Problem, ProblemError, toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { contentTypeOf } from './content-type';
import { reasonOf } from './reason';
import { Speedometer } from './speedometer';
import {
  isSettled,
  totalsOf,
  type UploadItem,
  type UploadState,
  type UploadTotals,
} from './upload-item';
import type { CompleteResult, MintResult, PutTicket, UploadTransport } from './upload-transport';

export interface UploadSnapshot {
  items: readonly UploadItem[];
  totals: UploadTotals;
}

export interface UploadClock {
  now: () => number;
  wait: (milliseconds: number) => Promise<void>;
}

interface Job {
  item: UploadItem;
  abort: AbortController;
  sha256: string | undefined;
  uploadId: string | undefined;
  ticket: PutTicket | undefined;
  /** The other file of this session with the same bytes, whose fate this one shares. */
  twinOf: Job | undefined;
}

const batchSize = 50;
const parallelPuts = 4;
const retryDelaysMs = [2_000, 5_000, 10_000];
const pollDelayMs = 1_000;
const notifyDelayMs = 80;

/**
 * Takes files from `queued` to `done`: hashes one at a time, asks for permission and completes in
 * batches, keeps four PUTs going. Knows neither React nor the network.
 */
export class UploadEngine {
  private readonly transport: UploadTransport;
  private readonly clock: UploadClock;
  private readonly jobs = new Map<string, Job>();
  private readonly listeners = new Set<() => void>();
  private readonly speed = new Speedometer();
  private snapshot: UploadSnapshot = { items: [], totals: totalsOf([], 0) };
  private notifying = false;
  private hashing = false;
  private minting = false;
  private completing = false;
  private polling = false;
  private puts = 0;
  private nextKey = 1;

  constructor(transport: UploadTransport, clock: UploadClock) {
    this.transport = transport;
    this.clock = clock;
  }

  readonly getSnapshot = (): UploadSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(files: readonly File[]): void {
    for (const file of files) {
      const key = `file-${this.nextKey++}`;
      this.jobs.set(key, this.newJob(key, file));
    }
    this.pump();
  }

  retry(key: string): void {
    const job = this.jobs.get(key);
    if (job?.item.state !== 'failed') return;
    this.jobs.set(key, this.newJob(key, job.item.file));
    this.pump();
  }

  retryFailed(): void {
    for (const { item } of this.jobs.values()) if (item.state === 'failed') this.retry(item.key);
  }

  /** Stops a file that isn't stored yet, or takes a settled one off the list. */
  remove(key: string): void {
    const job = this.jobs.get(key);
    if (!job || job.item.state === 'verifying' || job.item.state === 'processing') return;
    job.abort.abort();
    this.jobs.delete(key);
    if (job.uploadId && !isSettled(job.item.state)) {
      // Best effort: an upload nobody completes is swept away by the service anyway.
      this.transport.abandon(job.uploadId).catch(() => undefined);
    }
    this.releaseTwins(job);
    this.pump();
  }

  clearSettled(): void {
    for (const [key, { item }] of this.jobs) if (isSettled(item.state)) this.jobs.delete(key);
    this.changed();
  }

  /** Forgets everything; for sign-out. */
  reset(): void {
    for (const job of this.jobs.values()) job.abort.abort();
    this.jobs.clear();
    this.changed();
  }

  private newJob(key: string, file: File): Job {
    const item: UploadItem = {
      key,
      file,
      name: file.name,
      size: file.size,
      state: 'queued',
      sent: 0,
      mediaId: undefined,
      trashed: false,
      reason: undefined,
    };
    return {
      item,
      abort: new AbortController(),
      sha256: undefined,
      uploadId: undefined,
      ticket: undefined,
      twinOf: undefined,
    };
  }

  private pump(): void {
    void this.hashNext();
    void this.mintNext();
    while (this.puts < parallelPuts && this.putNext());
    void this.completeNext();
    void this.pollStates();
    this.changed();
  }

  private inState(state: UploadState): Job[] {
    return [...this.jobs.values()].filter((job) => job.item.state === state);
  }

  private update(job: Job, change: Partial<UploadItem>): void {
    job.item = { ...job.item, ...change };
    this.changed();
  }

  private fail(job: Job, problem: Problem): void {
    this.update(job, { state: 'failed', reason: reasonOf(problem) });
    this.releaseTwins(job);
  }

  private releaseTwins(job: Job): void {
    for (const twin of this.jobs.values()) {
      if (twin.twinOf !== job) continue;
      twin.twinOf = undefined;
      this.update(twin, { state: 'hashed' });
    }
  }

  private async hashNext(): Promise<void> {
    const job = this.inState('queued')[0];
    if (this.hashing || !job) return;
    this.hashing = true;
    this.update(job, { state: 'hashing' });
    try {
      await this.hash(job);
    } finally {
      this.hashing = false;
      this.pump();
    }
  }

  private async hash(job: Job): Promise<void> {
    if (job.item.size === 0) {
      this.update(job, { state: 'failed', reason: texts.upload.empty });
      return;
    }
    try {
      job.sha256 = await this.transport.hash(job.item.file, job.abort.signal);
    } catch {
      this.update(job, { state: 'failed', reason: texts.upload.unreadable });
      return;
    }
    const twin = [...this.jobs.values()].find(
      (other) => other !== job && other.sha256 === job.sha256 && other.item.state !== 'failed',
    );
    if (twin) {
      job.twinOf = twin.twinOf ?? twin;
      this.update(job, { state: 'duplicate', mediaId: job.twinOf.item.mediaId });
    } else {
      this.update(job, { state: 'hashed' });
    }
  }

  private async mintNext(): Promise<void> {
    // Not far ahead of the PUTs: tickets run out.
    if (this.minting || this.inState('minted').length >= parallelPuts) return;
    const batch = this.inState('hashed').slice(0, batchSize);
    if (batch.length === 0) return;
    this.minting = true;
    try {
      await this.mint(batch);
    } finally {
      this.minting = false;
      this.pump();
    }
  }

  private async mint(batch: Job[]): Promise<void> {
    const declarations = batch.map(({ item, sha256 }) => ({
      clientId: item.key,
      name: item.name,
      contentType: contentTypeOf(item.file),
      size: item.size,
      sha256: sha256 ?? '',
    }));
    try {
      const results = await this.persist(() => this.transport.mint(declarations));
      const byKey = new Map(results.map((result) => [result.clientId, result]));
      for (const job of batch) this.takeMint(job, byKey.get(job.item.key));
    } catch (error) {
      const problem = toProblem(error);
      const refused = batch.length > 1 && problem.status >= 400 && problem.status < 500;
      if (refused && problem.status !== 401 && problem.status !== 429) {
        // One declaration the service won't even read must not fail its neighbours.
        for (const job of batch) await this.mint([job]);
      } else {
        for (const job of batch) this.fail(job, problem);
      }
    }
  }

  private takeMint(job: Job, result: MintResult | undefined): void {
    if (!this.isCurrent(job)) return;
    switch (result?.status) {
      case 'ACCEPTED':
        job.uploadId = result.uploadId;
        job.ticket = result.put;
        if (result.put) this.update(job, { state: 'minted' });
        else this.update(job, { state: 'failed', reason: texts.upload.tooLargeForNow });
        break;
      case 'DUPLICATE':
        this.update(job, {
          state: 'duplicate',
          mediaId: result.mediaId,
          trashed: result.trashed,
        });
        break;
      case 'REJECTED':
        this.fail(job, result.problem);
        break;
      case undefined:
        this.update(job, { state: 'failed', reason: texts.problems.unexpected });
    }
  }

  /** False when nothing is waiting for a slot. */
  private putNext(): boolean {
    const job = this.inState('minted')[0];
    if (!job) return false;
    this.puts++;
    this.update(job, { state: 'uploading', sent: 0 });
    void this.put(job).finally(() => {
      this.puts--;
      this.pump();
    });
    return true;
  }

  private async put(job: Job): Promise<void> {
    try {
      await this.persist(() => this.putOnce(job), job.abort.signal);
      this.update(job, { state: 'verifying', sent: job.item.size });
    } catch (error) {
      if (!job.abort.signal.aborted) this.fail(job, toProblem(error));
    }
  }

  private async putOnce(job: Job): Promise<void> {
    const send = (ticket: PutTicket) =>
      this.transport.put(job.item.file, ticket, (bytes) => this.sent(job, bytes), job.abort.signal);
    const outcome = job.ticket ? await send(job.ticket) : 'gone';
    if (outcome !== 'gone') return;
    const renewed = job.uploadId ? await this.transport.renew(job.uploadId) : 'gone';
    if (renewed === 'present') return;
    if (renewed !== 'gone') {
      job.ticket = renewed;
      if ((await send(renewed)) !== 'gone') return;
    }
    throw new ProblemError({
      code: 'upload-expired',
      title: texts.upload.expired,
      status: 410,
      detail: texts.upload.expired,
      errors: [],
    });
  }

  private sent(job: Job, bytes: number): void {
    if (!this.isCurrent(job) || job.item.state !== 'uploading') return;
    this.speed.add(Math.max(0, bytes - job.item.sent), this.clock.now());
    this.update(job, { sent: bytes });
  }

  private async completeNext(): Promise<void> {
    const batch = this.inState('verifying').slice(0, batchSize);
    if (this.completing || batch.length === 0) return;
    this.completing = true;
    try {
      await this.complete(batch);
    } finally {
      this.completing = false;
      this.pump();
    }
  }

  private async complete(batch: Job[]): Promise<void> {
    const ids = batch.flatMap(({ uploadId }) => uploadId ?? []);
    try {
      const results = await this.persist(() => this.transport.complete(ids));
      const byId = new Map(results.map((result) => [result.uploadId, result]));
      for (const job of batch) this.takeComplete(job, byId.get(job.uploadId ?? ''));
    } catch (error) {
      for (const job of batch) this.fail(job, toProblem(error));
    }
  }

  private takeComplete(job: Job, result: CompleteResult | undefined): void {
    if (!this.isCurrent(job)) return;
    if (result?.status === 'OK') {
      this.update(job, { state: 'processing', mediaId: result.mediaId });
      for (const twin of this.jobs.values()) {
        if (twin.twinOf === job) this.update(twin, { mediaId: result.mediaId });
      }
    } else if (result) {
      this.fail(job, result.problem);
    } else {
      this.update(job, { state: 'failed', reason: texts.problems.unexpected });
    }
  }

  private async pollStates(): Promise<void> {
    if (this.polling || this.inState('processing').length === 0) return;
    this.polling = true;
    try {
      await this.clock.wait(pollDelayMs);
      await this.poll(this.inState('processing'));
    } finally {
      this.polling = false;
      this.pump();
    }
  }

  private async poll(jobs: Job[]): Promise<void> {
    try {
      const ids = jobs.flatMap(({ item }) => item.mediaId ?? []);
      const states = await this.transport.progress(ids);
      const byId = new Map(states.map((state) => [state.mediaId, state]));
      for (const job of jobs) {
        const found = byId.get(job.item.mediaId ?? '');
        if (!this.isCurrent(job) || found?.state === 'PROCESSING') continue;
        if (found?.state === 'READY') this.update(job, { state: 'done' });
        else if (found?.problem) this.fail(job, found.problem);
        else this.update(job, { state: 'failed', reason: texts.upload.unprocessable });
      }
    } catch (error) {
      // What became of the file only the service knows, so no failed question settles it.
      await this.clock.wait(toProblem(error).retryAfterMs ?? retryDelaysMs[0] ?? 0);
    }
  }

  /** Repeats what may pass after 2, 5 and 10 seconds. */
  private async persist<T>(run: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (const delay of retryDelaysMs) {
      try {
        return await run();
      } catch (error) {
        const problem = toProblem(error);
        if (!isPassing(problem) || signal?.aborted) throw error;
        await this.clock.wait(Math.max(delay, problem.retryAfterMs ?? 0));
        if (signal?.aborted) throw error;
      }
    }
    return run();
  }

  /** Late answers for a file that was removed or started anew are not for it. */
  private isCurrent(job: Job): boolean {
    return this.jobs.get(job.item.key) === job;
  }

  private changed(): void {
    if (this.notifying) return;
    this.notifying = true;
    setTimeout(() => {
      this.notifying = false;
      const items = [...this.jobs.values()].map(({ item }) => item);
      const rate = this.speed.rate(this.clock.now());
      this.snapshot = { items, totals: totalsOf(items, rate) };
      for (const listener of this.listeners) listener();
    }, notifyDelayMs);
  }
}
