import type { Video } from '@/lib/api/contract';

/** True while it will change by itself. */
export function isInTheMaking({ status }: Pick<Video, 'status'>): boolean {
  return status === 'QUEUED' || status === 'RENDERING';
}
