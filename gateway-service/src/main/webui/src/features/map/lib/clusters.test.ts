import { describe, expect, it } from 'vitest';
import type { MapMarker } from '@/lib/api/contract';
import { clustersOf, isSpread, joinBoxes, writeBox } from './clusters';

const renditions = { base: 'https://cdn.test/', query: '?s', expiresAt: '2026-11-21T12:00:00Z' };

function marker(mediaId: string, latitude: number, longitude: number, count: number): MapMarker {
  const bbox = [longitude, latitude, longitude, latitude];
  return { mediaId, latitude, longitude, count, bbox, renditionKey: mediaId };
}

describe('clusters', () => {
  it('swallow what their pictures would cover, and nothing else', () => {
    const markers = [marker('a', 48, 2, 3), marker('b', 48.01, 2.01, 20), marker('c', -30, 150, 1)];
    const found = clustersOf(markers, renditions, 4);
    expect(found.map(({ mediaId, count }) => [mediaId, count])).toEqual([
      ['b', 23],
      ['c', 1],
    ]);
    expect(found[0]?.box).toEqual([2, 48, 2.01, 48.01]);
    expect(found[0]?.thumbnailUrl).toBe('https://cdn.test/b/thumbnail.webp?s');
    expect(clustersOf(markers, renditions, 16)).toHaveLength(3);
  });

  it('join across the date line', () => {
    expect(joinBoxes([178, -18, 179, -17], [-179, -19, -178, -18])).toEqual([178, -19, -178, -17]);
    expect(joinBoxes([1, 0, 5, 1], [2, 0, 3, 1])).toEqual([1, 0, 5, 1]);
  });

  it('are found whole by the box they are written as', () => {
    expect(writeBox([2.294481, 48.858370123, 2.294481, 48.858370123])).toBe(
      '2.29447,48.85836,2.29449,48.85838',
    );
    expect(writeBox([-180, -90, 180, 90])).toBe('-180,-90,180,90');
  });

  it('of one place can’t be told apart by a closer look', () => {
    const [one, two] = clustersOf([marker('a', 1, 1, 4)], renditions, 3);
    expect(one && isSpread(one)).toBe(false);
    expect(two).toBeUndefined();
  });
});
