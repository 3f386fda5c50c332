import { describe, expect, it } from 'vitest';
import { jump, type Step } from './jumps';
import type { Section } from './layout';
import { someMonth, someTile } from './tile-fixture';

const days = ['20', '20', '18', '18', '03'].map((day, at) => someTile(`m${at}`, `2024-05-${day}`));
const may: Section = { bucket: '2024-05', count: 5, tiles: days };
const april: Section = {
  bucket: '2024-04',
  count: 3,
  tiles: ['30', '02', '02'].map((day, at) => someTile(`a${at}`, `2024-04-${day}`)),
};
const sections = [
  someMonth('2026-01', 2, false),
  someMonth('2025-12', 1),
  someMonth('2025-02', 1),
  may,
  april,
  someMonth('2022-07', 4, false),
];

function from(tile: string | undefined, step: Step, direction: 1 | -1) {
  const found = [...days, ...(april.tiles ?? [])].find(({ id }) => id === tile);
  const target = jump(sections, { bucket: '2024-05', tile: found }, step, direction);
  return target && [target.bucket, target.tile?.id];
}

describe('jump', () => {
  it('goesToTheFirstOfTheNextDay', () => {
    expect(from('m0', 'day', 1)).toEqual(['2024-05', 'm2']);
    expect(from('m3', 'day', 1)).toEqual(['2024-05', 'm4']);
  });

  it('goesOnIntoTheNextMonth', () => {
    expect(from('m4', 'day', 1)).toEqual(['2024-04', 'a0']);
  });

  it('goesBackToTheFirstOfADay', () => {
    expect(from('m3', 'day', -1)).toEqual(['2024-05', 'm0']);
    expect(from('a0', 'day', -1)).toEqual(['2024-05', 'm4']);
  });

  it('goesToMonthsWhetherOrNotTheyAreLoaded', () => {
    expect(from('m2', 'month', 1)).toEqual(['2024-04', 'a0']);
    expect(from('a2', 'month', 1)).toEqual(['2022-07', undefined]);
    expect(from(undefined, 'month', -1)).toEqual(['2025-02', '2025-02-0']);
  });

  it('goesToTheNewestMonthOfAYear', () => {
    expect(from('m2', 'year', 1)).toEqual(['2022-07', undefined]);
    expect(from('m2', 'year', -1)).toEqual(['2025-12', '2025-12-0']);
  });

  it('staysAtTheEnds', () => {
    const last = { bucket: '2022-07', tile: undefined };
    for (const step of ['day', 'month', 'year'] as const) {
      expect(jump(sections, last, step, 1)).toBeUndefined();
    }
  });
});
