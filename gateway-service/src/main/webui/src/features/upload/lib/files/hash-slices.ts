import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FileDigest } from '../engine/upload-transport';

const sliceSize = 4 * 1024 * 1024;

/** Reads the file once, slice by slice: memory stays flat however large it is. */
export async function hashSlices(
  file: Blob,
  partSize: number | undefined,
  cancelled: () => boolean,
): Promise<FileDigest> {
  const whole = sha256.create();
  const parts: string[] = [];
  for (let from = 0; from < file.size; from += partSize ?? sliceSize) {
    if (cancelled()) throw new Error('cancelled');
    const bytes = await file.slice(from, from + (partSize ?? sliceSize)).arrayBuffer();
    // The browser's own works beside this thread, where it is to be had.
    const part = partSize === undefined ? undefined : hashPart(bytes);
    whole.update(new Uint8Array(bytes));
    if (part) parts.push(await part);
  }
  return { sha256: bytesToHex(whole.digest()), parts };
}

async function hashPart(bytes: ArrayBuffer): Promise<string> {
  if (!isSecureContext) return bytesToHex(sha256(new Uint8Array(bytes)));
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
