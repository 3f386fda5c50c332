import type { QueueStore, StoredUpload } from '../lib/queue/queue-store';
import type { QueueRecord } from '../lib/queue/upload-job';

/** What a browser would keep; `room` is how many bytes of files fit. */
export class MemoryQueueStore implements QueueStore {
  readonly records = new Map<string, QueueRecord>();
  readonly files = new Map<string, File>();
  room = Infinity;

  async load(): Promise<StoredUpload[]> {
    return [...this.records.values()].map((record) => ({
      record: structuredClone(record),
      file: this.files.get(record.key),
    }));
  }

  async put(record: QueueRecord): Promise<void> {
    this.records.set(record.key, structuredClone(record));
  }

  async keepFile(key: string, file: File): Promise<boolean> {
    if (file.size > this.room) return false;
    this.files.set(key, file);
    return true;
  }

  async file(key: string): Promise<File | undefined> {
    return this.files.get(key);
  }

  async dropFile(key: string): Promise<void> {
    this.files.delete(key);
  }

  async remove(key: string): Promise<void> {
    this.records.delete(key);
    this.files.delete(key);
  }

  async clear(): Promise<void> {
    this.records.clear();
    this.files.clear();
  }
}
