import { describe, expect, it } from 'vitest';
import { project, unproject } from './mercator';
import {
  boxOf,
  pan,
  readView,
  rulerOf,
  scaleOf,
  settle,
  toWindow,
  type View,
  viewOf,
  writeView,
  zoomAround,
} from './view';

const size = { width: 800, height: 600 };
const paris = { latitude: 48.8584, longitude: 2.2945 };

function at(latitude: number, longitude: number, zoom: number): View {
  return { centre: project({ latitude, longitude }), zoom };
}

describe('the projection', () => {
  it('goes there and back', () => {
    const { latitude, longitude } = unproject(project(paris));
    expect(latitude).toBeCloseTo(paris.latitude, 9);
    expect(longitude).toBeCloseTo(paris.longitude, 9);
    expect(project({ latitude: 0, longitude: 0 })).toEqual({ x: 0.5, y: 0.5 });
  });
});

describe('a view', () => {
  it('keeps what is under the pointer while it zooms', () => {
    const view = at(48, 2, 6);
    const before = toWindow(project(paris), view, size);
    const pointer = { x: before.x - 400, y: before.y - 300 };
    const after = toWindow(project(paris), zoomAround(view, 1.5, pointer), size);
    expect(after.x).toBeCloseTo(before.x, 6);
    expect(after.y).toBeCloseTo(before.y, 6);
  });

  it('follows the hand', () => {
    const view = at(0, 0, 4);
    const moved = toWindow({ x: 0.5, y: 0.5 }, pan(view, 30, -20), size);
    expect(moved).toEqual({ x: 430, y: 280 });
  });

  it('stays within the world, which has no edge to the east', () => {
    const settled = settle({ centre: { x: 1.2, y: -3 }, zoom: 0 }, size);
    expect(settled.centre.x).toBeCloseTo(0.2);
    expect(settled.zoom).toBeCloseTo(Math.log2(600 / 256));
    expect(settled.centre.y * scaleOf(settled.zoom)).toBeCloseTo(300);
  });

  it('shows a place beyond the date line beside it', () => {
    const fiji = at(-17.7, 179.5, 5);
    const { x } = toWindow(project({ latitude: -17.7, longitude: -179.5 }), fiji, size);
    expect(x - 400).toBeCloseTo((1 / 360) * scaleOf(5), 6);
  });

  it('survives the way into an address and back', () => {
    const view = readView(writeView(at(48.8584, 2.2945, 11.5)));
    expect(view?.zoom).toBe(11.5);
    expect(unproject(view?.centre ?? { x: 0, y: 0 }).latitude).toBeCloseTo(48.8584, 4);
    expect([null, '1,2', '1,2,x', '1,2,3,4'].map((text) => readView(text))).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });
});

describe('the box asked for', () => {
  it('holds what is seen, and stays the same for a small move', () => {
    const view = at(48.8584, 2.2945, 8);
    const [west, south, east, north] = boxOf(view, size);
    expect(west).toBeLessThan(2.2945 - (400 / scaleOf(8)) * 360 + 1e-9);
    expect(east).toBeGreaterThan(2.2945 + (400 / scaleOf(8)) * 360 - 1e-9);
    expect(south).toBeLessThan(48.8);
    expect(north).toBeGreaterThan(48.9);
    expect(boxOf(pan(view, 1, 1), size)).toEqual([west, south, east, north]);
  });

  it('crosses the date line as west before east', () => {
    const [west, , east] = boxOf(at(-17, 179.9, 6), size);
    expect(west).toBeGreaterThan(0);
    expect(east).toBeLessThan(0);
  });

  it('is the whole world around where that is seen', () => {
    const [west, , east] = boxOf(at(0, 90, 1), size);
    expect([west, east]).toEqual([-180, 180]);
  });
});

describe('the view of a box', () => {
  it('shows all of it', () => {
    const view = viewOf([-9.3, 38.6, -9, 38.9], size);
    for (const [latitude, longitude] of [
      [38.6, -9.3],
      [38.9, -9],
    ] as const) {
      const { x, y } = toWindow(project({ latitude, longitude }), view, size);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(800);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(600);
    }
  });

  it('lies around the date line where the box does', () => {
    const { centre } = viewOf([178, -20, -178, -15], size);
    expect(Math.abs(unproject(centre).longitude)).toBeCloseTo(180);
  });
});

it('measures with a round length that fits', () => {
  const { metres, px } = rulerOf(at(0, 0, 10), 110);
  expect(metres).toBe(10_000);
  expect(px).toBeLessThanOrEqual(110);
});
