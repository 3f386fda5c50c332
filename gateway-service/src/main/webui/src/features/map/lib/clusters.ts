import type { MapMarker, Renditions } from '@/lib/api/contract';
import { type Point, project, wrap } from './mercator';
import { type Box, scaleOf } from './view';

/** Media taken near each other, as near as the zoom tells apart. */
export interface Cluster {
  /** The medium that stands for them. */
  mediaId: string;
  count: number;
  latitude: number;
  longitude: number;
  at: Point;
  box: Box;
  thumbnailUrl: string | undefined;
}

/** Nearer than this their pictures would cover each other. */
const nearPx = 58;

function clusterOf(marker: MapMarker, { base, query }: Renditions): Cluster {
  const { mediaId, count, latitude, longitude, renditionKey } = marker;
  const [west = longitude, south = latitude, east = longitude, north = latitude] = marker.bbox;
  return {
    mediaId,
    count,
    latitude,
    longitude,
    at: project(marker),
    box: [west, south, east, north],
    thumbnailUrl: renditionKey ? `${base}${renditionKey}/thumbnail.webp${query}` : undefined,
  };
}

/** The smaller box around both; across the date line where that is shorter. */
export function joinBoxes(a: Box, b: Box): Box {
  const south = Math.min(a[1], b[1]);
  const north = Math.max(a[3], b[3]);
  const width = (west: number, east: number) => (east >= west ? east - west : east - west + 360);
  const sides = [
    [a[0], b[2]],
    [b[0], a[2]],
    [a[0], a[2]],
    [b[0], b[2]],
  ] as const;
  const holds = (west: number, east: number) =>
    [a, b].every(([w, , e]) => width(west, w) + width(w, e) <= width(west, east) + 1e-9);
  const fitting = sides
    .filter(([west, east]) => holds(west, east))
    .sort((p, q) => width(...p) - width(...q))[0];
  return fitting ? [fitting[0], south, fitting[1], north] : [-180, south, 180, north];
}

function isNear(a: Point, b: Point, limit: number): boolean {
  const dx = Math.abs(wrap(a.x - b.x + 0.5) - 0.5);
  return Math.hypot(dx, a.y - b.y) < limit;
}

/** What the service found, less what would overlap: the larger swallows the smaller beside it. */
export function clustersOf(
  markers: readonly MapMarker[],
  renditions: Renditions,
  zoom: number,
): Cluster[] {
  const limit = nearPx / scaleOf(zoom);
  const kept: Cluster[] = [];
  for (const marker of [...markers].sort((a, b) => b.count - a.count)) {
    const next = clusterOf(marker, renditions);
    const near = kept.find(({ at }) => isNear(at, next.at, limit));
    if (near) {
      near.count += next.count;
      near.box = joinBoxes(near.box, next.box);
      near.thumbnailUrl ??= next.thumbnailUrl;
    } else kept.push(next);
  }
  return kept.sort((a, b) => b.count - a.count);
}

/** So many parts of a degree are named: about a metre. */
const named = 100_000;

/** The box as a search takes it, so that all within it are found, on its very edge too. */
export function writeBox([west, south, east, north]: Box): string {
  const down = (degrees: number, least: number) =>
    Math.max(least, Math.floor(degrees * named - 0.5) / named);
  const up = (degrees: number, most: number) =>
    Math.min(most, Math.ceil(degrees * named + 0.5) / named);
  return [down(west, -180), down(south, -90), up(east, 180), up(north, 90)].join(',');
}

/** Whether a closer look would tell them apart. */
export function isSpread({ count, box: [west, south, east, north] }: Cluster): boolean {
  const least = 0.0004;
  return count > 1 && (north - south > least || Math.abs(east - west) > least);
}
