import { openDatabase } from './upload-database';

/** Keeps files from another app or tab, until the tab that works on the queue takes them. */
export async function leaveShared(files: readonly File[]): Promise<void> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction('shared', 'readwrite');
    await Promise.all(files.map((file) => transaction.store.add(file)));
    await transaction.done;
  } finally {
    database.close();
  }
}

/** Hands them on; only then they go, so that a crash between costs nothing but a duplicate. */
export async function takeShared(take: (files: File[]) => void): Promise<void> {
  const database = await openDatabase();
  try {
    const files = await database.getAll('shared');
    const keys = await database.getAllKeys('shared');
    if (files.length === 0) return;
    take(files);
    await Promise.all(keys.map((key) => database.delete('shared', key)));
  } finally {
    database.close();
  }
}
