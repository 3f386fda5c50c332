import type { Media } from '@/lib/api/contract';

export type Place = NonNullable<Media['place']>;
export type Track = NonNullable<Media['track']>;

export function hasRendition(media: Media, variant: string): boolean {
  return media.renditions?.some((rendition) => rendition.variant === variant) ?? false;
}

/** `Lisbon, Portugal`; empty where only the coordinates are known. */
export function placeName(place: Place): string {
  const { city, region, country } = place;
  return [city ?? region, country].filter(Boolean).join(', ');
}
