import { feature } from 'topojson-client';
import { type Position, project } from './mercator';

/** A closed line in the square world: x and y by turns. */
export type Ring = Float64Array;

export interface Country {
  name: string;
  rings: Ring[];
  /** Of the square world: left, top, right, bottom. */
  box: [number, number, number, number];
  /** Where its name goes, and how wide the part is that it names. */
  label: { x: number; y: number; width: number };
}

type Coordinates = number[][];

/**
 * The outlines run across the date line without a cut: there the longitude jumps, and goes on beyond
 * 180 here instead. What goes all around the pole, as one land does, is closed along the edge.
 */
function ringOf(coordinates: Coordinates): Ring {
  const points: number[] = [];
  let turns = 0;
  let before: number | undefined;
  for (const [longitude = 0, latitude = 0] of coordinates) {
    const jump = before === undefined ? 0 : longitude - before;
    if (jump > 180) turns--;
    else if (jump < -180) turns++;
    before = longitude;
    const { x, y } = project({ latitude, longitude });
    points.push(x + turns, y);
  }
  if (turns !== 0) {
    const [first = 0] = points;
    points.push(first + turns, 1, first, 1);
  }
  return Float64Array.from(points);
}

function boxOfRing(ring: Ring): Country['box'] {
  const box: Country['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < ring.length; at += 2) {
    const x = ring[at] ?? 0;
    const y = ring[at + 1] ?? 0;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** Twice the area, and the centre of gravity. */
function weigh(ring: Ring) {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = ring.subarray(at, at + 4);
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return area === 0
    ? { area, x: ring[0] ?? 0, y: ring[1] ?? 0 }
    : { area: Math.abs(area), x: x / area / 3, y: y / area / 3 };
}

function countryOf(name: string, polygons: Coordinates[][]): Country {
  const rings = polygons.flat().map(ringOf);
  const boxes = rings.map(boxOfRing);
  const weights = rings.map(weigh);
  const heaviest = weights.reduce(
    (best, { area }, at) => (area > (weights[best]?.area ?? 0) ? at : best),
    0,
  );
  const main = boxes[heaviest] ?? [0, 0, 0, 0];
  return {
    name,
    rings,
    box: boxes.reduce((all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ]),
    label: {
      x: weights[heaviest]?.x ?? 0,
      y: weights[heaviest]?.y ?? 0,
      width: main[2] - main[0],
    },
  };
}

/** All countries, from the app's own files: no server of maps is asked. */
export async function loadCountries(): Promise<Country[]> {
  const { default: topology } = await import('world-atlas/countries-50m.json');
  return feature(topology, topology.objects.countries).features.flatMap(
    ({ geometry, properties }) => {
      if (geometry.type === 'Polygon') return countryOf(properties.name, [geometry.coordinates]);
      if (geometry.type === 'MultiPolygon') return countryOf(properties.name, geometry.coordinates);
      return [];
    },
  );
}

function isWithin(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const [x0 = 0, y0 = 0] = ring.subarray(before, before + 2);
    const [x1 = 0, y1 = 0] = ring.subarray(at, at + 2);
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
  }
  return inside;
}

function holds({ box, rings }: Country, x: number, y: number): boolean {
  if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) return false;
  return rings.filter((ring) => isWithin(ring, x, y)).length % 2 === 1;
}

/** How far off the coast a place still belongs to the land: the outlines cut bays and small islands. */
const offshore = [0, 0.08, 0.3];
const compass = [0, 1, 2, 3, 4, 5, 6, 7].map((part) => (part * Math.PI) / 4);

/** The name of the country there, or just off its coast; none at sea. */
export function countryAt(countries: readonly Country[], position: Position): string | undefined {
  for (const degrees of offshore) {
    for (const angle of degrees === 0 ? [0] : compass) {
      const { x, y } = project({
        latitude: position.latitude + Math.sin(angle) * degrees,
        longitude: position.longitude + Math.cos(angle) * degrees,
      });
      const found = countries.find((country) =>
        [x, x + 1, x - 1].some((copy) => holds(country, copy, y)),
      );
      if (found) return found.name;
    }
  }
  return undefined;
}
