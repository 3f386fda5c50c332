import { useEffect, useEffectEvent } from 'react';
import { findTileElement } from '@/components/media/tile-elements';

const holdMs = 450;
/** A finger that moved this far scrolls. */
const slopPixels = 10;
/** This near to the window's edge a drag scrolls. */
const edgePixels = 96;
const pixelsPerFrame = 14;

interface Point {
  x: number;
  y: number;
}

/** `begin` answers what is to be told each tile that the finger comes over. */
type Begin = (tileId: string) => ((tileId: string) => void) | undefined;

function tileAt({ x, y }: Point): string | undefined {
  return findTileElement(document.elementFromPoint(x, y))?.dataset.tile;
}

/** One finger on the grid, from its touch to its leaving. */
class Press {
  private drag: ((tileId: string) => void) | undefined;
  private last: string | undefined;
  private frame = 0;
  private point: Point;
  private readonly start: Point;
  private readonly timer: ReturnType<typeof setTimeout>;

  constructor(start: Point, begin: Begin) {
    this.start = start;
    this.point = start;
    this.timer = setTimeout(() => {
      const tile = tileAt(start);
      this.drag = tile === undefined ? undefined : begin(tile);
      this.last = tile;
      if (this.drag) navigator.vibrate?.(12);
    }, holdMs);
  }

  get selecting(): boolean {
    return this.drag !== undefined;
  }

  moveTo(point: Point): void {
    this.point = point;
    if (!this.drag) {
      if (Math.hypot(point.x - this.start.x, point.y - this.start.y) > slopPixels) this.end();
      return;
    }
    this.tell();
    this.frame ||= requestAnimationFrame(this.scroll);
  }

  end(): void {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
  }

  private tell(): void {
    const tile = tileAt(this.point);
    if (tile === undefined || tile === this.last) return;
    this.last = tile;
    this.drag?.(tile);
  }

  private readonly scroll = () => {
    this.frame = 0;
    const up = this.point.y < edgePixels;
    if (!up && this.point.y < window.innerHeight - edgePixels) return;
    window.scrollBy({ top: up ? -pixelsPerFrame : pixelsPerFrame, behavior: 'instant' });
    this.tell();
    this.frame = requestAnimationFrame(this.scroll);
  };
}

/** A finger that rests on a tile selects it, and then every tile on its way. */
export function useTouchSelection(element: HTMLElement | undefined, begin: Begin): void {
  const onBegin = useEffectEvent(begin);
  useEffect(() => {
    if (!element) return;
    const listening = new AbortController();
    const { signal } = listening;
    let press: Press | undefined;
    let swallow = false;

    const pointOf = ({ touches }: TouchEvent): Point => ({
      x: touches[0]?.clientX ?? 0,
      y: touches[0]?.clientY ?? 0,
    });
    const stop = () => {
      swallow = press?.selecting ?? false;
      press?.end();
      press = undefined;
    };
    const start = (event: TouchEvent) => {
      press?.end();
      swallow = false;
      const alone = event.touches.length === 1;
      press = alone ? new Press(pointOf(event), (tile) => onBegin(tile)) : undefined;
    };
    const move = (event: TouchEvent) => {
      if (press?.selecting) event.preventDefault();
      press?.moveTo(pointOf(event));
    };
    const prevent = (event: Event) => {
      if (!swallow && !press?.selecting) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener('touchstart', start, { signal, passive: true });
    // Not passive: while selecting, the finger must not scroll the page.
    element.addEventListener('touchmove', move, { signal, passive: false });
    element.addEventListener('touchend', stop, { signal });
    element.addEventListener('touchcancel', stop, { signal });
    element.addEventListener('contextmenu', prevent, { signal });
    element.addEventListener('click', prevent, { signal, capture: true });
    return () => {
      listening.abort();
      press?.end();
    };
  }, [element]);
}
