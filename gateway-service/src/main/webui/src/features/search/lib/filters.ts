import type { MediaKind } from '@/lib/api/contract';
import type { SearchQuery } from '@/lib/api/contract';
import { formatDay } from '@/lib/format';
import { texts } from '@/lib/texts';

/** What is looked for; all of it must be true of a find. */
export interface Filters {
  q: string;
  kind: MediaKind | undefined;
  camera: string;
  place: string;
  tag: string;
  favorite: boolean;
  archived: boolean;
  /** `2019-03-14`, where it was taken; empty for no bound. */
  from: string;
  to: string;
  /** `west,south,east,north` in degrees: a part of the map; west is more than east across the date line. */
  bbox: string;
}

export const noFilters: Filters = {
  q: '',
  kind: undefined,
  camera: '',
  place: '',
  tag: '',
  favorite: false,
  archived: false,
  from: '',
  to: '',
  bbox: '',
};

const kinds: readonly string[] = ['PHOTO', 'VIDEO', 'SOUND'];

function isKind(text: string | null): text is MediaKind {
  return text !== null && kinds.includes(text);
}

function day(text: string | null): string {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}

/** Four numbers of which a box on a map can be made. */
function box(text: string | null): string {
  const sides = text?.split(',').map(Number) ?? [];
  const [west = NaN, south = NaN, east = NaN, north = NaN] = sides;
  const fits = Math.max(Math.abs(west), Math.abs(east)) <= 180 && south >= -90 && north <= 90;
  return sides.length === 4 && fits && south <= north ? sides.join(',') : '';
}

/** Reads an address; what is malformed there is as good as absent. */
export function readFilters(query: URLSearchParams): Filters {
  const kind = query.get('kind');
  return {
    q: query.get('q')?.trim() ?? '',
    kind: isKind(kind) ? kind : undefined,
    camera: query.get('camera') ?? '',
    place: query.get('place') ?? '',
    tag: query.get('tag') ?? '',
    favorite: query.get('favorite') === 'true',
    archived: query.get('archived') === 'true',
    from: day(query.get('from')),
    to: day(query.get('to')),
    bbox: box(query.get('bbox')),
  };
}

/** The same as an address and as a call: what isn't asked for isn't there. */
export function writeFilters(filters: Filters): SearchQuery {
  const asked = Object.entries(filters).filter(([, value]) => Boolean(value));
  return Object.fromEntries(asked) as SearchQuery;
}

export function addressOf(filters: Filters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(writeFilters(filters))) query.set(name, String(value));
  return query.toString();
}

export function isEmpty(filters: Filters): boolean {
  return Object.keys(writeFilters(filters)).length === 0;
}

export function isTurned({ from, to }: Filters): boolean {
  return from !== '' && to !== '' && from > to;
}

/** One thing looked for, as it is named and taken away again. */
export interface Chip {
  key: string;
  label: string;
  without: Partial<Filters>;
}

function dayName(text: string): string {
  return formatDay(new Date(`${text}T00:00:00Z`));
}

function dateChips({ from, to }: Filters): Chip[] {
  const words = texts.search.chips;
  if (from && from === to) {
    return [{ key: 'day', label: words.day(dayName(from)), without: { from: '', to: '' } }];
  }
  const chips: Chip[] = [];
  if (from) chips.push({ key: 'from', label: words.from(dayName(from)), without: { from: '' } });
  if (to) chips.push({ key: 'to', label: words.to(dayName(to)), without: { to: '' } });
  return chips;
}

/** What was picked from suggestions and dates; words stay in the box, switches show themselves. */
export function chipsOf(filters: Filters): Chip[] {
  const words = texts.search.chips;
  const chips: Chip[] = [];
  for (const name of ['place', 'camera', 'tag'] as const) {
    const value = filters[name];
    if (value) chips.push({ key: name, label: words[name](value), without: { [name]: '' } });
  }
  if (filters.bbox) chips.push({ key: 'bbox', label: words.bbox, without: { bbox: '' } });
  chips.push(...dateChips(filters));
  return chips;
}
