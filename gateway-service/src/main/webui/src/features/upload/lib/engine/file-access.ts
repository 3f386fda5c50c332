import type { Job } from '../queue/upload-job';
import type { UploadQueue } from '../queue/upload-queue';

/** The file was moved, changed or taken away, and this browser keeps no copy. */
export class FileLost extends Error {}

async function opens(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** The file itself or, where it can't be read any more, the copy kept of it. */
export async function readable(queue: UploadQueue, job: Job): Promise<File | undefined> {
  const { file } = job.item;
  if (file && (await opens(file))) return file;
  const kept = await queue.keptFile(job);
  if (kept) queue.update(job, { file: kept });
  return kept;
}
