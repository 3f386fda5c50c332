/** The zone that this device keeps. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone one may choose, by region; `chosen` is among them even where the browser has it not. */
export function zonesByRegion(chosen: string): Map<string, string[]> {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen, deviceZone()]);
  const regions = new Map<string, string[]>();
  for (const zone of [...zones].sort()) {
    const region = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'UTC';
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return regions;
}

/** `Argentina/Buenos Aires` of `America/Argentina/Buenos_Aires`. */
export function placeOf(zone: string): string {
  return zone.slice(zone.indexOf('/') + 1).replaceAll('_', ' ');
}
