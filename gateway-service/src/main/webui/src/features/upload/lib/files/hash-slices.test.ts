// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { hashSlices } from './hash-slices';

const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => at % 251);

async function hex(data: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('hashSlices', () => {
  it.each([true, false])('hashes the whole and each part (secure context: %s)', async (secure) => {
    vi.stubGlobal('isSecureContext', secure);
    expect(await hashSlices(new Blob([bytes]), 400, () => false)).toEqual({
      sha256: await hex(bytes),
      parts: await Promise.all([[0, 400], [400, 800], [800]].map((at) => hex(bytes.slice(...at)))),
    });
  });

  it('hashes the whole alone where there are no parts', async () => {
    const digest = await hashSlices(new Blob([bytes]), undefined, () => false);
    expect(digest).toEqual({ sha256: await hex(bytes), parts: [] });
  });

  it('ends when nobody waits for it', async () => {
    await expect(hashSlices(new Blob([bytes]), 100, () => true)).rejects.toThrow('cancelled');
  });
});
