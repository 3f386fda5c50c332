import { describe, expect, it } from 'vitest';
import { missingBetween, tilesBetween } from './range';
import { someMonth } from './tile-fixture';

const may = someMonth('2024-05', 3);
const april = someMonth('2024-04', 2);
const march = someMonth('2024-03', 2, false);
const february = someMonth('2024-02', 3);
const sections = [may, april, march, february];

function at(section: typeof may, index: number) {
  const tile = section.tiles?.[index];
  if (!tile) throw new Error('no such tile');
  return tile;
}

describe('missingBetween', () => {
  it('namesTheMonthsOnTheWayInEitherDirection', () => {
    expect(missingBetween(sections, at(may, 1), at(february, 0))).toEqual(['2024-03']);
    expect(missingBetween(sections, at(february, 0), at(april, 0))).toEqual(['2024-03']);
    expect(missingBetween(sections, at(april, 0), at(may, 0))).toEqual([]);
  });
});

describe('tilesBetween', () => {
  const ids = (...args: Parameters<typeof tilesBetween>) =>
    tilesBetween(...args).map(({ id }) => id);

  it('reachesOverMonthsInEitherDirection', () => {
    const range = ['2024-05-1', '2024-05-2', '2024-04-0'];
    expect(ids(sections, at(may, 1), at(april, 0))).toEqual(range);
    expect(ids(sections, at(april, 0), at(may, 1))).toEqual(range);
  });

  it('includesWhatWasLoadedMeanwhile', () => {
    const loaded = [may, april, someMonth('2024-03', 2), february];
    expect(ids(loaded, at(april, 1), at(february, 0))).toEqual([
      '2024-04-1',
      '2024-03-0',
      '2024-03-1',
      '2024-02-0',
    ]);
  });

  it('isJustTheOneWhereTheOtherIsGone', () => {
    const gone = { ...at(april, 0), id: 'gone' };
    expect(ids(sections, gone, at(may, 2))).toEqual(['2024-05-2']);
  });
});
