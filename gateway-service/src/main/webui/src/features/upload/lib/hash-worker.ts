import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Hashes one file per message, in a stream: memory stays flat however large the file. */
self.addEventListener('message', (event: MessageEvent<{ id: number; file: File }>) => {
  const { id, file } = event.data;
  hash(file).then(
    (digest) => self.postMessage({ id, digest }),
    (error: unknown) => self.postMessage({ id, error: String(error) }),
  );
});

async function hash(file: File): Promise<string> {
  const digest = sha256.create();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytesToHex(digest.digest());
    digest.update(value);
  }
}
