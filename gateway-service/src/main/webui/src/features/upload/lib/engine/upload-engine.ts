import type { Problem } from '@/lib/problem';
import { contentTypeOf } from '../files/content-type';
import { newKey } from '../queue/new-key';
import type { QueueStore } from '../queue/queue-store';
import { isSettled, isStoppable, totalsOf } from '../queue/upload-item';
import { type Job, newJob, resumingState } from '../queue/upload-job';
import { UploadQueue } from '../queue/upload-queue';
import { type EngineContext, forgetUpload } from './engine-context';
import { Hashing } from './hashing';
import { type Network, Patience, type UploadClock } from './patience';
import { Permission } from './permission';
import { reasonOf } from './reason';
import { Sending } from './sending';
import { Settling } from './settling';
import { Speedometer } from './speedometer';
import type { UploadTransport } from './upload-transport';
import type { Uploads, UploadSnapshot } from './uploads';

export interface EnginePorts {
  transport: UploadTransport;
  store: QueueStore;
  clock: UploadClock;
  network: Network;
  /** Whose queue it is. */
  owner: string;
}

const notifyDelayMs = 80;
const emptySnapshot: UploadSnapshot = {
  items: [],
  totals: totalsOf([], 0),
  trouble: undefined,
  elsewhere: false,
};

/**
 * Takes files from `queued` to `done`. Every step is stored before the next begins, so that a page
 * that is closed at any moment goes on from there. Knows neither React nor the network.
 */
export class UploadEngine implements Uploads {
  private readonly queue: UploadQueue;
  private readonly context: EngineContext;
  private readonly hashing: Hashing;
  private readonly permission: Permission;
  private readonly sending: Sending;
  private readonly settling: Settling;
  private readonly stopping = new AbortController();
  private readonly listeners = new Set<() => void>();
  private readonly unlisten: () => void;
  private snapshot = emptySnapshot;
  private notifying = false;

  constructor({ transport, store, clock, network, owner }: EnginePorts) {
    const changed = () => this.changed();
    this.queue = new UploadQueue(store, owner, changed);
    this.context = {
      queue: this.queue,
      transport,
      clock,
      speed: new Speedometer(),
      service: new Patience('service', clock, network, changed),
      store: new Patience('store', clock, network, changed),
      stopped: this.stopping.signal,
      pump: () => this.pump(),
      fail: (job, problem) => this.fail(job, problem),
    };
    this.hashing = new Hashing(this.context, (job, file) => this.takeOther(job, file));
    this.permission = new Permission(this.context);
    this.sending = new Sending(this.context);
    this.settling = new Settling(this.context);
    this.unlisten = network.onChange(() => this.tryNow());
  }

  /** Goes on with what an earlier page has left. */
  async start(): Promise<void> {
    const loaded = await this.queue.load().catch((): Job[] => []);
    for (const job of loaded) {
      if (job.item.state === 'hashed') this.hashing.classify(job);
      else if (job.sha256) this.queue.holderOf(job.sha256, job);
    }
    this.pump();
  }

  /** Leaves everything as it is stored; for sign-out, or for another tab to go on with. */
  stop(): void {
    this.unlisten();
    this.stopping.abort();
    for (const job of this.queue.all()) job.abort.abort();
    this.listeners.clear();
  }

  readonly getSnapshot = (): UploadSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(files: readonly File[]): void {
    this.permission.forgetUnfinished();
    for (const file of files) {
      const missing = this.missingLike(file);
      if (missing) this.giveBack(missing, file);
      else this.queue.add(newJob(newKey(), file, contentTypeOf(file), this.context.clock.now()));
    }
    this.pump();
  }

  retry(key: string): void {
    const job = this.queue.get(key);
    if (job?.item.state === 'failed') this.restart(job);
    this.pump();
  }

  retryFailed(): void {
    for (const job of this.queue.in('failed')) this.restart(job);
    this.pump();
  }

  pause(key: string): void {
    const job = this.queue.get(key);
    if (job) this.rest(job);
    this.pump();
  }

  resume(key: string): void {
    const job = this.queue.get(key);
    if (job?.item.state === 'paused') this.goOn(job);
    this.pump();
  }

  pauseAll(): void {
    for (const job of this.queue.all()) this.rest(job);
    this.changed();
  }

  resumeAll(): void {
    for (const job of this.queue.in('paused')) this.goOn(job);
    this.pump();
  }

  /** Stops a file that isn't stored yet, or takes a settled one off the list. */
  remove(key: string): void {
    const job = this.queue.get(key);
    if (!job || !(isStoppable(job.item.state) || isSettled(job.item.state))) return;
    job.abort.abort();
    this.queue.remove(job);
    if (job.item.uploadId && job.item.mediaId === undefined) {
      // Best effort: an upload nobody completes is swept away by the service anyway.
      this.context.transport.abandon(job.item.uploadId).catch(() => undefined);
    }
    this.releaseTwins(job);
    this.pump();
  }

  clearSettled(): void {
    for (const job of this.queue.all()) if (isSettled(job.item.state)) this.queue.remove(job);
  }

  /** The original of a duplicate was taken out of the trash. */
  restored(mediaId: string): void {
    for (const job of this.queue.in('duplicate')) {
      if (job.item.mediaId !== mediaId) continue;
      this.queue.update(job, { trashed: false });
      this.queue.persist(job);
    }
  }

  tryNow(): void {
    this.context.service.wake();
    this.context.store.wake();
  }

  private pump(): void {
    if (this.stopping.signal.aborted) return;
    void this.hashing.step();
    void this.permission.check();
    void this.permission.mint();
    this.sending.step();
    void this.settling.complete();
    void this.settling.poll();
    this.changed();
  }

  private restart(job: Job): void {
    this.begin(job);
    job.givenBack = false;
    // Known media were refused as they are; the file itself is asked about anew.
    if (job.item.mediaId !== undefined) forgetUpload(this.context, job);
    const state = job.item.file ? 'queued' : 'missing';
    this.queue.update(job, { state, mediaId: undefined, reason: undefined });
    this.queue.keep(job);
  }

  private begin(job: Job): void {
    job.abort = new AbortController();
    job.restarts = 0;
    job.fresh = false;
    this.queue.update(job, { sent: 0, waiting: false });
  }

  private rest(job: Job): void {
    if (!isStoppable(job.item.state) || job.item.state === 'missing') return;
    job.abort.abort();
    this.queue.update(job, { state: 'paused', waiting: false });
  }

  private goOn(job: Job): void {
    this.begin(job);
    this.queue.update(job, { state: resumingState(job) });
    if (job.item.state === 'hashed') this.hashing.classify(job);
  }

  /** The interrupted upload that this file most likely is of; its hash will tell. */
  private missingLike({ name, size }: File): Job | undefined {
    const like = this.queue.in('missing').filter(({ item }) => item.size === size);
    return like.find(({ item }) => item.name === name) ?? like.find(({ sha256 }) => sha256);
  }

  private giveBack(job: Job, file: File): void {
    this.begin(job);
    job.givenBack = true;
    this.queue.update(job, { file, kept: false, state: 'queued' });
    this.queue.keep(job);
  }

  /** What was chosen for an interrupted upload isn't it: that one waits on, and this goes by itself. */
  private takeOther(job: Job, file: File): void {
    job.givenBack = false;
    this.queue.update(job, { state: 'missing', file: undefined, kept: false });
    this.queue.dropFile(job);
    this.queue.add(newJob(newKey(), file, contentTypeOf(file), this.context.clock.now()));
  }

  private fail(job: Job, problem: Problem): void {
    this.queue.update(job, { state: 'failed', reason: reasonOf(problem), waiting: false });
    this.releaseTwins(job);
  }

  private releaseTwins(job: Job): void {
    for (const twin of this.queue.twinsOf(job)) {
      twin.twinOf = undefined;
      this.queue.update(twin, { twin: undefined });
      this.hashing.classify(twin);
    }
  }

  private changed(): void {
    if (this.notifying) return;
    this.notifying = true;
    setTimeout(() => {
      this.notifying = false;
      const items = this.queue.all().map(({ item }) => item);
      const rate = this.context.speed.rate(this.context.clock.now());
      const trouble = this.context.service.trouble ?? this.context.store.trouble;
      this.snapshot = { items, totals: totalsOf(items, rate), trouble, elsewhere: false };
      for (const listener of this.listeners) listener();
    }, notifyDelayMs);
  }
}
