import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { chromium } from '@playwright/test';
import config from '../playwright.config.ts';

/** A file to upload. */
export interface Picture {
  name: string;
  contentType: string;
  bytes: Buffer;
  path?: string;
}

const CONTENT_TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.heic': 'image/heic',
  '.avif': 'image/avif',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
};

const SAMPLES = process.env['ALBUMEN_SAMPLES'] ?? '';

/** Whether the folder of real media is at hand; without it, pictures are drawn. */
export const hasSamples = SAMPLES !== '' && existsSync(join(SAMPLES, 'photo-1.jpg'));

export function sample(name: string): Picture {
  const path = join(SAMPLES, name);
  const contentType = CONTENT_TYPES[extname(name)];
  if (!contentType) throw new Error(`no content type for ${name}`);
  return { name: basename(name), contentType, bytes: readFileSync(path), path };
}

/** Ten pictures of a person's library: real ones where they are at hand. */
export async function library(): Promise<Picture[]> {
  if (hasSamples) {
    return [
      'photo-1.jpg',
      'photo-2.jpg',
      'photo-3.jpg',
      'photo-4.jpg',
      'photo-5.jpg',
      'photo-6.jpg',
      'iphone-grid.heic',
      'photo.avif',
      'screenshot.png',
      'picture.webp',
    ].map(sample);
  }
  return drawn(10);
}

/** Pictures that differ, drawn by the browser. */
export async function drawn(count: number, seed = 0): Promise<Picture[]> {
  const browser = await chromium.launch(config.use?.launchOptions ?? {});
  try {
    const page = await browser.newPage();
    const pictures: Picture[] = [];
    for (let i = 0; i < count; i++) {
      const contentType = ['image/jpeg', 'image/png', 'image/webp'][i % 3]!;
      const base64 = await page.evaluate(draw, { hue: (seed * 47 + i * 36) % 360, contentType, seed: seed + i });
      const extension = contentType.slice('image/'.length).replace('jpeg', 'jpg');
      pictures.push({ name: `drawn-${seed}-${i}.${extension}`, contentType, bytes: Buffer.from(base64, 'base64') });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

function draw({ hue, contentType, seed }: { hue: number; contentType: string; seed: number }): string {
  const canvas = document.createElement('canvas');
  canvas.width = 1600;
  canvas.height = seed % 2 ? 1200 : 900;
  const context = canvas.getContext('2d')!;
  const sky = context.createLinearGradient(0, 0, 0, canvas.height);
  sky.addColorStop(0, `hsl(${hue} 70% 70%)`);
  sky.addColorStop(1, `hsl(${(hue + 60) % 360} 60% 35%)`);
  context.fillStyle = sky;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < 40; i++) {
    context.fillStyle = `hsl(${(hue + i * 9) % 360} 50% ${30 + i}% / 40%)`;
    context.beginPath();
    context.arc((i * 397 + seed * 53) % 1600, (i * 211 + seed * 91) % 1200, 20 + i * 4, 0, 2 * Math.PI);
    context.fill();
  }
  return canvas.toDataURL(contentType, 0.9).split(',')[1]!;
}

/** A WAV file of one tone, as long as wanted. */
export function tone(name: string, seconds: number): Picture {
  const rate = 8_000;
  const samples = Buffer.alloc(seconds * rate * 2);
  for (let i = 0; i < seconds * rate; i++) {
    const loudness = 12_000 * Math.abs(Math.sin((i / rate) * 0.7));
    samples.writeInt16LE(Math.round(loudness * Math.sin((2 * Math.PI * 440 * i) / rate)), i * 2);
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return { name, contentType: 'audio/wav', bytes: Buffer.concat([header, samples]) };
}
