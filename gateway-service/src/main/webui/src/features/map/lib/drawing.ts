import type { Country, Ring } from './outlines';
import { scaleOf, type Size, type View } from './view';

export interface Colours {
  land: string;
  border: string;
  grid: string;
  label: string;
  halo: string;
}

/** A country's outline, ready to be drawn at any size. */
export interface Shape {
  country: Country;
  fine: Path2D;
  /** For the world as a whole: what is smaller than a pixel there is left out. */
  coarse: Path2D;
}

const coarseStep = 0.0012;
const coarseBelow = 3.2;

function trace(path: Path2D, ring: Ring, step: number): void {
  let lastX = ring[0] ?? 0;
  let lastY = ring[1] ?? 0;
  path.moveTo(lastX, lastY);
  for (let at = 2; at < ring.length; at += 2) {
    const x = ring[at] ?? 0;
    const y = ring[at + 1] ?? 0;
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < step) continue;
    path.lineTo(x, y);
    lastX = x;
    lastY = y;
  }
  path.closePath();
}

export function shapeOf(country: Country): Shape {
  const fine = new Path2D();
  const coarse = new Path2D();
  for (const ring of country.rings) {
    trace(fine, ring, 0);
    trace(coarse, ring, coarseStep);
  }
  return { country, fine, coarse };
}

/** Degrees between the lines of the net, the finest that leaves some room. */
const steps = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002];
const minStepPx = 90;

interface Sheet {
  context: CanvasRenderingContext2D;
  size: Size;
  view: View;
  colours: Colours;
  scale: number;
  left: number;
  top: number;
}

function drawGrid({ context, size, scale, left, top, colours }: Sheet): void {
  const step = (steps.findLast((degrees) => (degrees / 360) * scale >= minStepPx) ?? 30) / 360;
  context.beginPath();
  for (let x = Math.ceil(left / step) * step; x < left + size.width / scale; x += step) {
    const px = Math.round((x - left) * scale) + 0.5;
    context.moveTo(px, 0);
    context.lineTo(px, size.height);
  }
  for (let y = Math.ceil(top / step) * step; y < top + size.height / scale; y += step) {
    const px = Math.round((y - top) * scale) + 0.5;
    context.moveTo(0, px);
    context.lineTo(size.width, px);
  }
  context.strokeStyle = colours.grid;
  context.lineWidth = 1;
  context.stroke();
}

/** The copies of the world that the window shows, as whole steps to the east; some lands overhang. */
function copies({ size, scale, left }: Sheet): number[] {
  const found: number[] = [];
  const last = left + size.width / scale + 1;
  for (let copy = Math.floor(left) - 1; copy <= last; copy++) found.push(copy);
  return found;
}

function isSeen({ box }: Country, sheet: Sheet, copy: number): boolean {
  const { size, scale, left, top } = sheet;
  return (
    box[2] + copy > left &&
    box[0] + copy < left + size.width / scale &&
    box[3] > top &&
    box[1] < top + size.height / scale
  );
}

function drawLand(shapes: readonly Shape[], sheet: Sheet, ratio: number): void {
  const { context, scale, left, top, colours, view } = sheet;
  const detail = view.zoom < coarseBelow ? 'coarse' : 'fine';
  context.fillStyle = colours.land;
  context.strokeStyle = colours.border;
  context.lineJoin = 'round';
  context.lineWidth = 0.8 / scale;
  for (const copy of copies(sheet)) {
    const zoom = scale * ratio;
    context.setTransform(zoom, 0, 0, zoom, (copy - left) * zoom, -top * zoom);
    for (const shape of shapes) {
      if (!isSeen(shape.country, sheet, copy)) continue;
      context.fill(shape[detail], 'evenodd');
      context.stroke(shape[detail]);
    }
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function drawNames(shapes: readonly Shape[], sheet: Sheet, font: string): void {
  const { context, scale, left, top, colours } = sheet;
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = colours.halo;
  context.fillStyle = colours.label;
  for (const copy of copies(sheet)) {
    for (const { country } of shapes) {
      const { label, name } = country;
      const room = label.width * scale;
      if (room < 34 || !isSeen(country, sheet, copy)) continue;
      if (context.measureText(name).width > room * 0.95) continue;
      const x = (label.x + copy - left) * scale;
      const y = (label.y - top) * scale;
      context.strokeText(name, x, y);
      context.fillText(name, x, y);
    }
  }
}

/** Draws the part of the world that the view shows; `ratio` is device pixels to a pixel. */
export function drawWorld(
  context: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  view: View,
  size: Size,
  colours: Colours,
  font: string,
  ratio: number,
): void {
  const scale = scaleOf(view.zoom);
  const left = view.centre.x - size.width / 2 / scale;
  const top = view.centre.y - size.height / 2 / scale;
  const sheet: Sheet = { context, size, view, colours, scale, left, top };
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  drawLand(shapes, sheet, ratio);
  drawGrid(sheet);
  drawNames(shapes, sheet, font);
}
