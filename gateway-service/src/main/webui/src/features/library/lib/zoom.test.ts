import { describe, expect, it } from 'vitest';
import { maxScale, settle, whole, zoomAt } from './zoom';

const stage = { width: 1000, height: 800 };
const picture = { width: 1000, height: 500 };

describe('zoomAt', () => {
  it('keepsWhatIsUnderThePointer', () => {
    const view = zoomAt({ scale: 2, x: 30, y: -10 }, { x: 100, y: 50 }, 4);
    expect((100 - 30) / 2).toBe((100 - view.x) / view.scale);
    expect((50 + 10) / 2).toBe((50 - view.y) / view.scale);
  });

  it('staysWithinBounds', () => {
    expect(zoomAt(whole, { x: 0, y: 0 }, 100).scale).toBe(maxScale);
    expect(zoomAt(whole, { x: 0, y: 0 }, 0.1).scale).toBe(1);
  });
});

describe('settle', () => {
  it('pushesAPictureNoFurtherThanItsEdge', () => {
    expect(settle({ scale: 2, x: 9_999, y: -9_999 }, picture, stage)).toEqual({
      scale: 2,
      x: 500,
      y: -100,
    });
  });

  it('centresWhatIsNotZoomed', () => {
    expect(settle({ scale: 1, x: 40, y: 40 }, picture, stage)).toEqual(whole);
  });
});
