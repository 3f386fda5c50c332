import { describe, expect, it } from 'vitest';
import { addressOf, chipsOf, isEmpty, isTurned, noFilters, readFilters } from './filters';

describe('filters', () => {
  it('survive the way into an address and back', () => {
    const filters = {
      ...noFilters,
      q: 'red & green',
      kind: 'VIDEO' as const,
      place: 'Köln',
      favorite: true,
      from: '2019-03-14',
      bbox: '178.5,-19,-179,-17',
    };
    expect(readFilters(new URLSearchParams(addressOf(filters)))).toEqual(filters);
  });

  it('read nothing from an address that makes no sense', () => {
    const address = 'kind=SMELL&from=tomorrow&to=2019-99-99&favorite=perhaps&bbox=1,2,3';
    expect(isEmpty(readFilters(new URLSearchParams(address)))).toBe(true);
  });

  it('leave out of the address what is not asked for', () => {
    expect(addressOf({ ...noFilters, tag: 'beach' })).toBe('tag=beach');
  });

  it('name one day as one chip, and take both its ends away', () => {
    const chips = chipsOf({ ...noFilters, from: '2019-03-14', to: '2019-03-14' });
    expect(chips).toEqual([
      { key: 'day', label: 'On 14 March 2019', without: { from: '', to: '' } },
    ]);
  });

  it('know days in the wrong order', () => {
    expect(isTurned({ ...noFilters, from: '2019-03-15', to: '2019-03-14' })).toBe(true);
    expect(isTurned({ ...noFilters, from: '2019-03-15' })).toBe(false);
  });
});
