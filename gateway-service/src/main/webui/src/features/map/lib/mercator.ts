/** The world as a square of side 1, north at the top: Web Mercator. */
export interface Point {
  x: number;
  y: number;
}

export interface Position {
  latitude: number;
  longitude: number;
}

/** Where the square ends. */
export const maxLatitude = 85.0511;

export function project({ latitude, longitude }: Position): Point {
  const clamped = Math.max(-maxLatitude, Math.min(maxLatitude, latitude));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

export function unproject({ x, y }: Point): Position {
  return {
    latitude: (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI,
    longitude: (x - 0.5) * 360,
  };
}

/** Into [0, 1): the world has no edge to the east or west. */
export function wrap(x: number): number {
  return x - Math.floor(x);
}
