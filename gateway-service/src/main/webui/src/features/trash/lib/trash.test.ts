import type { ItemResult } from '@/lib/api/contract';
import { expect, it } from 'vitest';
import { daysLeft, tally } from './trash';

it('counts a begun day as a day, and nothing below none', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  const left = [
    '2026-12-21T12:00:00Z',
    '2026-11-22T12:00:01Z',
    '2026-11-21T12:00:01Z',
    '2026-11-20T00:00:00Z',
  ];
  expect(left.map((at) => daysLeft(at, now))).toEqual([30, 2, 1, 0]);
});

it('tallies what went well and what did not', () => {
  const results: ItemResult[] = [
    { id: 'a', status: 'OK' },
    { id: 'b', status: 'FAILED' },
    { id: 'c', status: 'OK' },
  ];
  expect(tally(results)).toEqual({ done: 2, failed: 1 });
});
