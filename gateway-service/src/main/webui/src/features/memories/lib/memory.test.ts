import { expect, it } from 'vitest';
import { dayIn, isDay, localDay } from './memory';

it('tells the day by the reader’s own calendar', () => {
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

it('finds the day in another year, the 29th of February included', () => {
  expect(dayIn(2019, '2026-11-21')).toBe('2019-11-21');
  expect(dayIn(2023, '2024-02-29')).toBe('2023-02-28');
  expect(dayIn(2020, '2024-02-29')).toBe('2020-02-29');
});

it('knows a day from anything else in an address', () => {
  expect(['2024-02-29', '2024-13-01', 'today', null].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
