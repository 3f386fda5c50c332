import type { Usage } from '@/lib/api/contract';

/** Bytes that may still be uploaded: in all, and before the next midnight. */
export function roomLeft({ storageBytes, quotaBytes, today }: Usage): {
  free: number;
  today: number;
} {
  const { limitBytes, usedBytes, reservedBytes } = today;
  return {
    free: Math.max(0, quotaBytes - storageBytes - reservedBytes),
    today: Math.max(0, limitBytes - usedBytes - reservedBytes),
  };
}
