import { describe, expect, it } from 'vitest';
import type { Download, DownloadState } from '@/lib/api/contract';
import { endedSince, percentOf, pollMs } from './download-state';

const begun = Date.parse('2026-11-21T12:00:00Z');

function download(state: DownloadState, facts: Partial<Download> = {}): Download {
  return {
    id: 'a',
    name: 'A',
    state,
    itemCount: 2,
    totalBytes: 1_000,
    doneBytes: 0,
    parts: [],
    createdAt: new Date(begun).toISOString(),
    ...facts,
  };
}

describe('progress', () => {
  it('is never whole before the download is ready', () => {
    expect(percentOf(download('BUILDING', { doneBytes: 1_000 }))).toBe(99);
    expect(percentOf(download('READY', { doneBytes: 1_000 }))).toBe(100);
  });

  it('is none where nothing has any size', () => {
    expect(percentOf(download('QUEUED', { totalBytes: 0 }))).toBe(0);
  });
});

describe('polling', () => {
  it('is quick for a young download and slows down with age', () => {
    const waits = [0, 30_000, 600_000].map((age) => pollMs([download('BUILDING')], begun + age));
    expect(waits).toEqual([1_000, 3_000, 10_000]);
  });

  it('stops once nothing is in the making', () => {
    expect(pollMs([download('READY'), download('FAILED')], begun)).toBe(false);
  });
});

describe('the end of a download', () => {
  it('is told of what was watched, once, unless it was cancelled', () => {
    const before = [download('BUILDING'), download('QUEUED', { id: 'b' })];
    const now = [download('READY'), download('CANCELLED', { id: 'b' })];
    expect(endedSince(before, now).map(({ id }) => id)).toEqual(['a']);
    expect(endedSince(now, now)).toEqual([]);
    expect(endedSince([], now)).toEqual([]);
  });
});
