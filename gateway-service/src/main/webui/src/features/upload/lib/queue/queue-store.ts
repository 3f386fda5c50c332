import { openDatabase, type UploadDatabase } from './upload-database';
import type { QueueRecord } from './upload-job';

export interface StoredUpload {
  record: QueueRecord;
  file: File | undefined;
}

/** Where one person's queue outlives the page. */
export interface QueueStore {
  /** In the order in which they were added. */
  load: () => Promise<StoredUpload[]>;
  put: (record: QueueRecord) => Promise<void>;
  /** False where there is no room for its bytes. */
  keepFile: (key: string, file: File) => Promise<boolean>;
  file: (key: string) => Promise<File | undefined>;
  dropFile: (key: string) => Promise<void>;
  remove: (key: string) => Promise<void>;
  clear: () => Promise<void>;
}

/** Of the room a browser gives, bytes beyond this share are left to others. */
const maxShare = 0.5;

async function hasRoomFor(size: number): Promise<boolean> {
  if (!('storage' in navigator)) return true;
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || size <= (quota - (usage ?? 0)) * maxShare;
}

/** In IndexedDB; records first, so that a crash between leaves a file to ask for, never a mystery. */
export class IndexedQueueStore implements QueueStore {
  private readonly owner: string;
  private readonly database: Promise<UploadDatabase>;

  constructor(owner: string, database: Promise<UploadDatabase> = openDatabase()) {
    this.owner = owner;
    this.database = database;
  }

  /** Whatever others have left in this browser goes: it isn't this person's to see. */
  async load(): Promise<StoredUpload[]> {
    const database = await this.database;
    const transaction = database.transaction(['items', 'files'], 'readwrite');
    const items = transaction.objectStore('items');
    const files = transaction.objectStore('files');
    const found: StoredUpload[] = [];
    const owned = new Set<string>();
    for (const record of await items.getAll()) {
      if (record.owner === this.owner) {
        owned.add(record.key);
        found.push({ record, file: await files.get(record.key) });
      } else {
        await items.delete(record.key);
      }
    }
    for (const key of await files.getAllKeys()) if (!owned.has(key)) await files.delete(key);
    await transaction.done;
    return found.sort((one, other) => one.record.addedAt - other.record.addedAt);
  }

  async put(record: QueueRecord): Promise<void> {
    await (await this.database).put('items', record);
  }

  async keepFile(key: string, file: File): Promise<boolean> {
    try {
      if (!(await hasRoomFor(file.size))) return false;
      const transaction = (await this.database).transaction(['items', 'files'], 'readwrite');
      // Removed meanwhile, it must leave nothing behind.
      const known = await transaction.objectStore('items').getKey(key);
      if (known !== undefined) await transaction.objectStore('files').put(file, key);
      await transaction.done;
      return known !== undefined;
    } catch {
      // No room, or a file that can't be read: it is asked for again where it is needed.
      return false;
    }
  }

  async file(key: string): Promise<File | undefined> {
    return (await this.database).get('files', key);
  }

  async dropFile(key: string): Promise<void> {
    await (await this.database).delete('files', key);
  }

  async remove(key: string): Promise<void> {
    const transaction = (await this.database).transaction(['items', 'files'], 'readwrite');
    await transaction.objectStore('items').delete(key);
    await transaction.objectStore('files').delete(key);
    await transaction.done;
  }

  async clear(): Promise<void> {
    const transaction = (await this.database).transaction(
      ['items', 'files', 'shared'],
      'readwrite',
    );
    await transaction.objectStore('items').clear();
    await transaction.objectStore('files').clear();
    await transaction.objectStore('shared').clear();
    await transaction.done;
  }
}
