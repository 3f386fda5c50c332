import { hashSlices } from './hash-slices';
import type { FileDigest } from '../engine/upload-transport';

export type HashOrder =
  { id: number; file: File; partSize: number | undefined } | { id: number; cancel: true };
export type HashAnswer = { id: number; digest: FileDigest } | { id: number; error: string };

const cancelled = new Set<number>();

function answer(message: HashAnswer): void {
  cancelled.delete(message.id);
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<HashOrder>) => {
  const { id } = data;
  if ('cancel' in data) {
    cancelled.add(id);
    return;
  }
  hashSlices(data.file, data.partSize, () => cancelled.has(id)).then(
    (digest) => answer({ id, digest }),
    (error: unknown) => answer({ id, error: String(error) }),
  );
});
