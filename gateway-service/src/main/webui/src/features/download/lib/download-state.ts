import type { Download } from '@/lib/api/contract';

export function isInTheMaking({ state }: Download): boolean {
  return state === 'QUEUED' || state === 'BUILDING';
}

/** From 0 to 100, and never 100 before it is ready. */
export function percentOf({ state, doneBytes, totalBytes }: Download): number {
  if (state === 'READY') return 100;
  if (totalBytes <= 0) return 0;
  return Math.min(99, Math.floor((doneBytes / totalBytes) * 100));
}

const firstMs = 1_000;
const slowestMs = 10_000;

/** Often while it is young, then ever less: a large one takes minutes. */
export function pollMs(downloads: readonly Download[], now: number): number | false {
  const ages = downloads.filter(isInTheMaking).map(({ createdAt }) => now - Date.parse(createdAt));
  if (ages.length === 0) return false;
  return Math.min(slowestMs, Math.max(firstMs, Math.min(...ages) / 10));
}

/** What ended since the last look: a download is told of once, and only while one looks on. */
export function endedSince(before: readonly Download[], now: readonly Download[]): Download[] {
  const open = new Set(before.filter(isInTheMaking).map(({ id }) => id));
  return now.filter(({ id, state }) => open.has(id) && (state === 'READY' || state === 'FAILED'));
}
