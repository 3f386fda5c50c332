import { describe, expect, it } from 'vitest';
import { filterKey, filtersOf, shows, withFilters } from './filters';

describe('filtersOf', () => {
  it('readsTheAddressAndIgnoresNonsense', () => {
    expect(filtersOf(new URLSearchParams('favorite=true&kind=VIDEO&tag=%20Summer'))).toEqual({
      favorite: true,
      kind: 'VIDEO',
      tag: 'Summer',
    });
    expect(filtersOf(new URLSearchParams('favorite=yes&kind=CAT&archived=false&q=1'))).toEqual({});
  });

  it('goesBackIntoTheAddress', () => {
    const params = withFilters(new URLSearchParams('q=1&kind=PHOTO'), {
      kind: undefined,
      archived: true,
    });
    expect(params.toString()).toBe('q=1&archived=true');
    expect(filterKey(filtersOf(params))).toBe(filterKey({ archived: true }));
  });
});

describe('shows', () => {
  const photo = { kind: 'PHOTO', favorite: false, archived: false } as const;

  it('leavesOutWhatIsArchivedUnlessThatIsAskedFor', () => {
    expect(shows({}, photo)).toBe(true);
    expect(shows({}, { ...photo, archived: true })).toBe(false);
    expect(shows({ archived: true }, { ...photo, archived: true })).toBe(true);
  });

  it('asksForAllOfAChoice', () => {
    expect(shows({ favorite: true }, photo)).toBe(false);
    expect(shows({ favorite: true, kind: 'VIDEO' }, { ...photo, favorite: true })).toBe(false);
  });
});
