import { expect, it } from 'vitest';
import type { MediaColumns } from '@/lib/api/contract';
import { tilesOf } from './tile';

const signed = {
  base: 'https://cdn.example/',
  query: '?Signature=s',
  expiresAt: '2026-11-21T12:10:00Z',
};

function sound(thumbhash: string | null): MediaColumns {
  return {
    id: ['a'],
    kind: ['SOUND'],
    state: ['READY'],
    ratio: [null],
    takenAt: ['2026-11-21T12:00:00Z'],
    utcOffsetMinutes: [null],
    durationMs: [4_000],
    thumbhash: [thumbhash],
    renditionKey: ['renditions/a'],
    favorite: [false],
    archived: [false],
    animated: [false],
    live: [false],
    place: [null],
  };
}

it('shows a sound by its cover, where it has one', () => {
  const [covered, bare] = [...tilesOf(sound('hash'), signed), ...tilesOf(sound(null), signed)];
  expect(covered?.thumbnailUrl).toBe('https://cdn.example/renditions/a/thumbnail.webp?Signature=s');
  expect(bare?.thumbnailUrl).toBeUndefined();
});
