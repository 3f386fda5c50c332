import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { QueueRecord } from './upload-job';

interface Tables extends DBSchema {
  items: { key: string; value: QueueRecord };
  files: { key: string; value: File };
  /** Files handed over by another app, until the page takes them. */
  shared: { key: number; value: File };
}

export type UploadDatabase = IDBPDatabase<Tables>;

export function openDatabase(): Promise<UploadDatabase> {
  return openDB<Tables>('albumen.uploads', 1, {
    upgrade(database) {
      database.createObjectStore('items', { keyPath: 'key' });
      database.createObjectStore('files');
      database.createObjectStore('shared', { autoIncrement: true });
    },
  });
}
