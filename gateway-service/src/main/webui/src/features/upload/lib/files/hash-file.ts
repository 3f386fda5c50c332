import { type FileDigest, multipartAbove, usualPartSize } from '../engine/upload-transport';
import type { HashAnswer, HashOrder } from './hash-worker';

interface Waiting {
  resolve: (digest: FileDigest) => void;
  reject: (error: Error) => void;
}

let worker: Worker | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();

function startWorker(): Worker {
  const started = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<HashAnswer>) => {
    const request = waiting.get(data.id);
    waiting.delete(data.id);
    if ('digest' in data) request?.resolve(data.digest);
    else request?.reject(new Error(data.error));
  });
  started.addEventListener('error', () => {
    for (const request of waiting.values()) request.reject(new Error('worker failed'));
    waiting.clear();
    worker = undefined;
  });
  return started;
}

/** SHA-256 of the file and, where it goes in parts, of each, off the main thread. */
export function hashFile(
  file: File,
  signal: AbortSignal,
  partSize = file.size > multipartAbove ? usualPartSize : undefined,
): Promise<FileDigest> {
  const running = (worker ??= startWorker());
  const id = nextId++;
  const tell = (order: HashOrder) => running.postMessage(order);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    signal.addEventListener('abort', () => {
      if (!waiting.delete(id)) return;
      tell({ id, cancel: true });
      reject(new Error('aborted'));
    });
    tell({ id, file, partSize });
  });
}
