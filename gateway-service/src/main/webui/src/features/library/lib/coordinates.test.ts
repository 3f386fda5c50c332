import { describe, expect, it } from 'vitest';
import { formatCoordinates, parseCoordinates } from './coordinates';

function read(text: string) {
  const found = parseCoordinates(text);
  return found && [Number(found.latitude.toFixed(4)), Number(found.longitude.toFixed(4))];
}

describe('parseCoordinates', () => {
  it('readsWhatMapsOffer', () => {
    const lisbon = [38.7223, -9.1393];
    for (const text of [
      '38.7223, -9.1393',
      '38.7223,−9.1393',
      '38.7223 -9.1393',
      '38.7223° N, 9.1393° W',
      '9.1393° W, 38.7223° N',
      'https://maps.example/maps/@38.7223,-9.1393,12z',
    ]) {
      expect(read(text), text).toEqual(lisbon);
    }
    expect(read('48°51\'30"N 2°17\'40"E')).toEqual([48.8583, 2.2944]);
  });

  it('keepsTheSignOfAnAngleNearZero', () => {
    expect(read('-0.1246, 51.5')).toEqual([-0.1246, 51.5]);
  });

  it('refusesWhatIsNoPlace', () => {
    for (const text of ['', '38.7', 'Lisbon', '91, 0', '0, 181', '1, 2, 3', '12 abc 13']) {
      expect(read(text), text).toBeUndefined();
    }
  });

  it('readsBackWhatIsShown', () => {
    const place = { latitude: -22.9519, longitude: -43.2105 };
    expect(parseCoordinates(formatCoordinates(place))).toEqual(place);
  });
});
