import { type Point, type Position, project, unproject, wrap } from './mercator';

/** What part of the world the window onto it shows. */
export interface View {
  /** In the middle. */
  centre: Point;
  /** At 0 the world is 256 pixels wide, and twice as wide with each step. */
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export const minZoom = 0;
export const maxZoom = 16;
const worldPx = 256;

export const wholeWorld: View = { centre: { x: 0.5, y: 0.42 }, zoom: 1 };

/** Pixels across the world. */
export function scaleOf(zoom: number): number {
  return worldPx * 2 ** zoom;
}

/** Keeps a view within the world: no beyond the poles, no smaller than the window allows. */
export function settle({ centre, zoom }: View, { height }: Size): View {
  const least = Math.max(minZoom, Math.log2(Math.max(height, 1) / worldPx));
  const kept = Math.min(maxZoom, Math.max(least, zoom));
  const half = Math.min(0.5, height / 2 / scaleOf(kept));
  return {
    centre: { x: wrap(centre.x), y: Math.min(1 - half, Math.max(half, centre.y)) },
    zoom: kept,
  };
}

export function pan(view: View, dx: number, dy: number): View {
  const scale = scaleOf(view.zoom);
  return {
    ...view,
    centre: { x: view.centre.x - dx / scale, y: view.centre.y - dy / scale },
  };
}

/** Zooms so that what is at a place of the window stays there; `at` is measured from its middle. */
export function zoomAround(view: View, by: number, at: Point): View {
  const zoom = Math.min(maxZoom, Math.max(minZoom, view.zoom + by));
  const grown = 1 / scaleOf(view.zoom) - 1 / scaleOf(zoom);
  return {
    zoom,
    centre: { x: view.centre.x + at.x * grown, y: view.centre.y + at.y * grown },
  };
}

/** Where a place of the world is in the window; of its copies, the one nearest to the middle. */
export function toWindow(point: Point, { centre, zoom }: View, { width, height }: Size): Point {
  const scale = scaleOf(zoom);
  const dx = wrap(point.x - centre.x + 0.5) - 0.5;
  return { x: width / 2 + dx * scale, y: height / 2 + (point.y - centre.y) * scale };
}

/** West, south, east, north in degrees; west is more than east across the date line. */
export type Box = readonly [number, number, number, number];

/**
 * The box to ask for, at a whole zoom: a little larger than what is seen and cut at fixed lines, so
 * that small moves ask for nothing new.
 */
export function boxOf({ centre, zoom }: View, { width, height }: Size): Box {
  const scale = scaleOf(zoom);
  const cell = 0.5 / 2 ** Math.floor(zoom);
  const down = (value: number) => Math.floor(value / cell) * cell;
  const up = (value: number) => Math.ceil(value / cell) * cell;
  const left = down(centre.x - width / 2 / scale);
  const right = up(centre.x + width / 2 / scale);
  const north = unproject({ x: 0, y: Math.max(0, down(centre.y - height / 2 / scale)) }).latitude;
  const south = unproject({ x: 0, y: Math.min(1, up(centre.y + height / 2 / scale)) }).latitude;
  if (right - left >= 1) return [-180, south, 180, north];
  const longitude = (x: number) => unproject({ x: wrap(x), y: 0 }).longitude;
  const east = longitude(right);
  // The date line as an eastern edge is 180, not -180.
  return [longitude(left), south, east === -180 ? 180 : east, north];
}

/** The view that shows a box whole, with some room around it. */
export function viewOf([west, south, east, north]: Box, size: Size): View {
  const from = project({ latitude: north, longitude: west });
  const to = project({ latitude: south, longitude: east });
  const across = west <= east ? to.x - from.x : to.x + 1 - from.x;
  const down = to.y - from.y;
  const room = 0.7;
  const fit = (px: number, part: number) =>
    part > 0 ? Math.log2((px * room) / worldPx / part) : maxZoom;
  const zoom = Math.min(fit(size.width, across), fit(size.height, down), maxZoom);
  return {
    centre: { x: wrap(from.x + across / 2), y: from.y + down / 2 },
    zoom: Math.max(minZoom, zoom),
  };
}

/** `48.857,2.295,11.0`, for an address. */
export function writeView({ centre, zoom }: View): string {
  const { latitude, longitude }: Position = unproject({ x: wrap(centre.x), y: centre.y });
  return `${latitude.toFixed(4)},${longitude.toFixed(4)},${zoom.toFixed(1)}`;
}

export function readView(text: string | null): View | undefined {
  const [latitude, longitude, zoom, ...rest] = text?.split(',').map(Number) ?? [];
  const known = latitude !== undefined && longitude !== undefined && zoom !== undefined;
  if (!known || rest.length > 0 || ![latitude, longitude, zoom].every(Number.isFinite)) {
    return undefined;
  }
  return { centre: project({ latitude, longitude }), zoom };
}

const metresAround = 40_075_017;

/** A round length that fits into some pixels, and how many it takes: for the scale's bar. */
export function rulerOf({ centre, zoom }: View, maxPx: number): { metres: number; px: number } {
  const { latitude } = unproject(centre);
  const perPx = (metresAround * Math.cos((latitude * Math.PI) / 180)) / scaleOf(zoom);
  const most = perPx * maxPx;
  const ten = 10 ** Math.floor(Math.log10(most));
  const metres = ten * ([5, 2, 1].find((step) => step * ten <= most) ?? 1);
  return { metres, px: metres / perPx };
}
