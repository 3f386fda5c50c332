interface HashAnswer {
  id: number;
  digest?: string;
  error?: string;
}

interface Waiting {
  resolve: (digest: string) => void;
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
    if (data.digest !== undefined) request?.resolve(data.digest);
    else request?.reject(new Error(data.error));
  });
  started.addEventListener('error', () => {
    for (const request of waiting.values()) request.reject(new Error('worker failed'));
    waiting.clear();
    worker = undefined;
  });
  return started;
}

/** SHA-256 in lowercase hex, off the main thread. */
export function hashFile(file: File, signal: AbortSignal): Promise<string> {
  worker ??= startWorker();
  const id = nextId++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    signal.addEventListener('abort', () => {
      waiting.delete(id);
      reject(new Error('aborted'));
    });
    worker?.postMessage({ id, file });
  });
}
