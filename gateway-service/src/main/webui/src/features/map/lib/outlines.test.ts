import { expect, it } from 'vitest';
import { countryAt, loadCountries } from './outlines';

it('knows which country a place is in, or that it is at sea', async () => {
  const countries = await loadCountries();
  const at = (latitude: number, longitude: number) => countryAt(countries, { latitude, longitude });
  expect(at(48.86, 2.35)).toBe('France');
  expect(at(-33.9, 151)).toBe('Australia');
  // Around Lesotho lies another country, which doesn't hold it.
  expect(at(-29.5, 28.2)).toBe('Lesotho');
  expect(at(30, -40)).toBeUndefined();
  // The outline leaves Lisbon's bay out.
  expect(at(38.72, -9.14)).toBe('Portugal');
  // Russia goes on beyond the date line.
  expect(at(66.5, -175)).toBe('Russia');
});

it('names a country where it is', async () => {
  const france = (await loadCountries()).find(({ name }) => name === 'France');
  expect(france?.label.x).toBeGreaterThan(0.5);
  expect(france?.label.x).toBeLessThan(0.52);
});
