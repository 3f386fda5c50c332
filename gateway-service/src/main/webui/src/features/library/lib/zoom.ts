/** How a picture lies on its stage: moved by x and y pixels from the middle, then scaled. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export const whole: View = { scale: 1, x: 0, y: 0 };
export const maxScale = 8;

/** A picture can't be pushed further than until its edge meets the stage's. */
function clampMove(move: number, scaled: number, stage: number): number {
  const room = Math.max(0, (scaled - stage) / 2);
  return Math.min(room, Math.max(-room, move));
}

/** Keeps a view within bounds; `fitted` is the picture's size at scale 1. */
export function settle(view: View, fitted: Size, stage: Size): View {
  if (view.scale <= 1) return whole;
  return {
    scale: view.scale,
    x: clampMove(view.x, fitted.width * view.scale, stage.width),
    y: clampMove(view.y, fitted.height * view.scale, stage.height),
  };
}

/** Scales so that what is under `point`, measured from the stage's middle, stays under it. */
export function zoomAt(view: View, point: Point, wanted: number, most = maxScale): View {
  const scale = Math.min(most, Math.max(1, wanted));
  const factor = scale / view.scale;
  return {
    scale,
    x: point.x - (point.x - view.x) * factor,
    y: point.y - (point.y - view.y) * factor,
  };
}
