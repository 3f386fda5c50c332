import type { Media } from '@/lib/api/contract';

export interface Place {
  latitude: number;
  longitude: number;
  altitudeMeters?: number;
  city?: string;
  region?: string;
  country?: string;
  source?: 'ORIGINAL' | 'EDITED';
}

export interface Track {
  container?: string;
  videoCodec?: string;
  audioCodec?: string;
  frameRate?: number;
  /** Bits a second. */
  bitrate?: number;
  sampleRate?: number;
  channels?: number;
  title?: string;
  artist?: string;
  album?: string;
}

/** All that is known of one medium. */
export type MediaDetails = Omit<Media, 'place' | 'takenAtSource'> & {
  title?: string;
  description?: string;
  rating?: number;
  archived?: boolean;
  tags?: string[];
  trashedAt?: string;
  animated?: boolean;
  livePhoto?: { videoId: string };
  place?: Place;
  takenAtSource: string;
  track?: Track;
};

export function hasRendition(media: MediaDetails, variant: string): boolean {
  return media.renditions?.some((rendition) => rendition.variant === variant) ?? false;
}

/** `Lisbon, Portugal`; empty where only the coordinates are known. */
export function placeName(place: Place): string {
  const { city, region, country } = place;
  return [city ?? region, country].filter(Boolean).join(', ');
}
