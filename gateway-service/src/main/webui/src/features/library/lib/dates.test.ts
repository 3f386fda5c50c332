import { describe, expect, it } from 'vitest';
import { clockValue, instantOf, shiftOf } from './dates';

describe('shiftOf', () => {
  const none = { days: 0, hours: 0, minutes: 0, back: false };

  it('addsUpAndGoesEitherWay', () => {
    expect(shiftOf({ ...none, days: 1, hours: 2, minutes: 3 })).toBe(93_780_000);
    expect(shiftOf({ ...none, hours: 1, back: true })).toBe(-3_600_000);
  });

  it('refusesWhatIsNoShift', () => {
    expect(shiftOf(none)).toBeUndefined();
    expect(shiftOf({ ...none, hours: 1.5 })).toBeUndefined();
    expect(shiftOf({ ...none, minutes: -5 })).toBeUndefined();
    expect(shiftOf({ ...none, days: NaN })).toBeUndefined();
  });
});

describe('instantOf', () => {
  it('isTheInverseOfWhatTheFieldShows', () => {
    for (const offset of [undefined, 0, 540, -210, 345]) {
      const shown = clockValue('2019-03-14T22:10:05.000Z', offset);
      expect(instantOf(shown, offset)).toBe('2019-03-14T22:10:05.000Z');
    }
  });

  it('readsTheClockOfThePlace', () => {
    expect(clockValue('2019-03-14T22:00:00Z', 540)).toBe('2019-03-15T07:00:00');
    expect(instantOf('2019-03-15T07:00', 540)).toBe('2019-03-14T22:00:00.000Z');
  });

  it('refusesWhatIsNoTime', () => {
    for (const text of ['', '2019-03-15', '2019-02-30T99:00', 'yesterday']) {
      expect(instantOf(text, 0)).toBeUndefined();
    }
  });
});
