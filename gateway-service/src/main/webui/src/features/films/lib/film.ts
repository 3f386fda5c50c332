import type { Video, VideoWishes } from '@/lib/api/contract';

export function isInTheMaking(film: Video): boolean {
  return film.status === 'QUEUED' || film.status === 'RENDERING';
}

export interface Wishes {
  title: string;
  secondsPerPhoto: number;
  transition: NonNullable<VideoWishes['transition']>;
  resolution: NonNullable<VideoWishes['resolution']>;
  aspect: NonNullable<VideoWishes['aspect']>;
  /** Empty for none. */
  musicMediaId: string;
}

export const defaultWishes: Wishes = {
  title: '',
  secondsPerPhoto: 3,
  transition: 'CROSSFADE',
  resolution: '1080p',
  aspect: '16:9',
  musicMediaId: '',
};

export const minSeconds = 1;
export const maxSeconds = 15;

/** What the film's length will be. */
export function filmDurationMs(photos: number, secondsPerPhoto: number): number {
  return Math.round(photos * secondsPerPhoto * 1000);
}

/** The list with one entry taken from one place to another. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const copy = [...list];
  const [entry] = copy.splice(from, 1);
  if (entry === undefined) return copy;
  copy.splice(Math.min(Math.max(to, 0), copy.length), 0, entry);
  return copy;
}
