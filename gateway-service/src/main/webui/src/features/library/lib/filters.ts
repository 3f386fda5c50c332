import type { MediaKind } from '@/lib/api/contract';

/** What of the library the timeline shows; kept in the address. */
export interface Filters {
  favorite?: true;
  /** Only what is archived; else only what isn't. */
  archived?: true;
  kind?: MediaKind;
  tag?: string;
}

const kinds: readonly string[] = ['PHOTO', 'VIDEO', 'SOUND'] satisfies MediaKind[];

function isKind(value: string | null): value is MediaKind {
  return value !== null && kinds.includes(value);
}

export function filtersOf(params: URLSearchParams): Filters {
  const kind = params.get('kind');
  const tag = params.get('tag')?.trim();
  return {
    ...(params.get('favorite') === 'true' && { favorite: true as const }),
    ...(params.get('archived') === 'true' && { archived: true as const }),
    ...(isKind(kind) && { kind }),
    ...(tag && { tag }),
  };
}

/** The address's query with some filters changed; undefined takes one away. */
export function withFilters(
  params: URLSearchParams,
  changes: { [Name in keyof Filters]: Filters[Name] | undefined },
): URLSearchParams {
  const changed = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) changed.delete(name);
    else changed.set(name, String(value));
  }
  return changed;
}

export function isFiltered(filters: Filters): boolean {
  return Object.keys(filters).length > 0;
}

/** The same for the same filters, whatever their order. */
export function filterKey({ favorite, archived, kind, tag }: Filters): string {
  return JSON.stringify([favorite, archived, kind, tag]);
}

interface Traits {
  favorite: boolean;
  archived: boolean;
  kind: MediaKind;
}

/** Whether something is still shown after a change of it; tags are not looked at. */
export function shows({ favorite, archived, kind }: Filters, traits: Traits): boolean {
  return (
    traits.archived === (archived ?? false) &&
    (!favorite || traits.favorite) &&
    (kind === undefined || traits.kind === kind)
  );
}
