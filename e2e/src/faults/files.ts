import { crc32, deflateSync } from 'node:zlib';
import { type Picture, drawn } from '../pictures.ts';
import type { Random } from './random.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

let photo: Buffer | undefined;

/** A photo is drawn once; each is told from the others by a comment in it. */
export async function prepareFiles(): Promise<void> {
  photo ??= (await drawn(1, 777)).find(({ contentType }) => contentType === 'image/jpeg')?.bytes;
}

/** A JPEG or PNG like no other. */
export function smallFile(random: Random, name: string): Picture {
  return random.happens(0.25) ? jpeg(random, name) : png(random, name);
}

/** Of that many bytes and some more, most of which no decoder looks at. */
export function largeFile(random: Random, name: string, bytes: number): Picture {
  return png(random, name, Buffer.alloc(bytes, random.bytes(64)));
}

/** Looks like a JPEG at first, and turns out to be none. */
export function damagedFile(random: Random, name: string): Picture {
  const bytes = Buffer.concat([photo!.subarray(0, 600), random.bytes(400)]);
  return { name: `${name}.jpg`, contentType: 'image/jpeg', bytes };
}

function jpeg(random: Random, name: string): Picture {
  const comment = random.bytes(16);
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
  const bytes = Buffer.concat([photo!.subarray(0, 2), segment, photo!.subarray(2)]);
  return { name: `${name}.jpg`, contentType: 'image/jpeg', bytes };
}

function png(random: Random, name: string, padding?: Buffer): Picture {
  const side = random.between(24, 160);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = 1 + side * 3;
  const pixels = Buffer.alloc(row * side);
  const tint = random.bytes(3);
  for (let y = 0; y < side; y++) {
    for (let x = 1; x < row; x++) pixels[y * row + x] = (tint[x % 3]! + x * 3 + y * 5) & 0xff;
  }
  const bytes = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('noTe', random.bytes(16)),
    ...(padding ? [chunk('paDd', padding)] : []),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name: `${name}.png`, contentType: 'image/png', bytes };
}

function chunk(type: string, content: Buffer): Buffer {
  const tail = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(tail));
  return Buffer.concat([length, tail, sum]);
}
