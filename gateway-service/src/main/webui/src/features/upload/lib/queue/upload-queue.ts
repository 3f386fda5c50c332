import type { QueueStore } from './queue-store';
import { isSettled, type UploadItem, type UploadState } from './upload-item';
import { fromRecord, type Job, toRecord } from './upload-job';

/** What of a shown item is stored whenever it changes. */
const storedFields = ['state', 'uploadId', 'mediaId', 'trashed', 'twin'] as const;

/** All files of one person's list, by state and by hash; each step of a file is stored. */
export class UploadQueue {
  private readonly store: QueueStore;
  private readonly owner: string;
  private readonly changed: () => void;
  private readonly jobs = new Map<string, Job>();
  private readonly byState = new Map<UploadState, Set<Job>>();
  private readonly byHash = new Map<string, Job>();
  private keeping: Promise<unknown> = Promise.resolve();

  constructor(store: QueueStore, owner: string, changed: () => void) {
    this.store = store;
    this.owner = owner;
    this.changed = changed;
  }

  /** What an earlier page has left, but for what was done by then. */
  async load(): Promise<Job[]> {
    const stored = await this.store.load();
    for (const { record, file } of stored) {
      if (record.state === 'done') void this.quietly(this.store.remove(record.key));
      else if (!this.jobs.has(record.key)) this.enter(fromRecord(record, file));
    }
    return this.all();
  }

  add(job: Job): void {
    this.enter(job);
    void this.quietly(this.store.put(toRecord(job, this.owner)));
    this.keep(job);
  }

  /** Stores the bytes too, one file after the other, while they are still needed. */
  keep(job: Job): void {
    this.keeping = this.keeping.then(async () => {
      const { key, file, kept, state } = job.item;
      if (!file || kept || isSettled(state) || !this.isCurrent(job)) return;
      const stored = await this.store.keepFile(key, file).catch(() => false);
      if (stored) this.update(job, { kept: true });
    });
  }

  async keptFile(job: Job): Promise<File | undefined> {
    return this.store.file(job.item.key).catch(() => undefined);
  }

  remove(job: Job): void {
    const { key, state } = job.item;
    this.jobs.delete(key);
    this.byState.get(state)?.delete(job);
    void this.quietly(this.store.remove(key));
    this.changed();
  }

  get(key: string): Job | undefined {
    return this.jobs.get(key);
  }

  all(): Job[] {
    return [...this.jobs.values()];
  }

  in(state: UploadState): Job[] {
    return [...(this.byState.get(state) ?? [])];
  }

  first(state: UploadState): Job | undefined {
    return this.byState.get(state)?.values().next().value;
  }

  count(state: UploadState): number {
    return this.byState.get(state)?.size ?? 0;
  }

  twinsOf(job: Job): Job[] {
    return this.in('duplicate').filter(({ twinOf }) => twinOf === job);
  }

  /** Late answers for a file that was removed are not for it. */
  isCurrent(job: Job): boolean {
    return this.jobs.get(job.item.key) === job;
  }

  update(job: Job, change: Partial<UploadItem>): void {
    if (!this.isCurrent(job)) return;
    const before = job.item;
    const now = { ...before, ...change };
    job.item = now;
    if (now.state !== before.state) {
      this.byState.get(before.state)?.delete(job);
      this.file(job);
    }
    if (storedFields.some((field) => now[field] !== before[field])) this.persist(job);
    this.changed();
  }

  persist(job: Job): void {
    if (this.isCurrent(job)) void this.quietly(this.store.put(toRecord(job, this.owner)));
  }

  /** The bytes are in the store, so this browser needs none of its own. */
  dropFile(job: Job): void {
    void this.quietly(this.store.dropFile(job.item.key));
  }

  /** The file of this list that goes first of all with these bytes; the one asked for, if none did. */
  holderOf(sha256: string, job: Job): Job {
    const known = this.byHash.get(sha256);
    if (known && known !== job && this.isCurrent(known) && known.item.state !== 'failed') {
      return known;
    }
    this.byHash.set(sha256, job);
    return job;
  }

  private enter(job: Job): void {
    this.jobs.set(job.item.key, job);
    this.file(job);
    this.changed();
  }

  private file(job: Job): void {
    const jobs = this.byState.get(job.item.state);
    if (jobs) jobs.add(job);
    else this.byState.set(job.item.state, new Set([job]));
  }

  /** Without storage uploads go on; they only don't outlive the page, which is told before leaving. */
  private quietly(write: Promise<void>): Promise<void> {
    return write.catch(() => undefined);
  }
}
