import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

const STEP = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(secret: string): Buffer {
  let bits = '';
  for (const letter of secret.replace(/[^A-Z2-7]/g, '')) {
    bits += ALPHABET.indexOf(letter).toString(2).padStart(5, '0');
  }
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}

/** An authenticator app (RFC 6238) that never shows the same code twice. */
export class Authenticator {
  private lastStep = 0;

  constructor(private readonly secret: string) {}

  /** The code of now; waits for the next where this one was shown already, or is about to end. */
  async code(): Promise<string> {
    let step = Math.floor(Date.now() / STEP);
    const left = (step + 1) * STEP - Date.now();
    if (step <= this.lastStep || left < 3_000) {
      await wait((Math.max(step, this.lastStep) + 1) * STEP - Date.now() + 200);
      step = Math.floor(Date.now() / STEP);
    }
    this.lastStep = step;
    return this.codeOf(step);
  }

  /** A code that is not right now, nor will be or was a moment ago. */
  wrongCode(): string {
    const step = Math.floor(Date.now() / STEP);
    const near = [-2, -1, 0, 1, 2].map((offset) => this.codeOf(step + offset));
    return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code))!;
  }

  private codeOf(step: number): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const hash = createHmac('sha1', bytesOf(this.secret)).update(counter).digest();
    const offset = hash[hash.length - 1]! & 0xf;
    return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }
}
