import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { Point } from '../lib/mercator';
import { pan, type Size, type View, wholeWorld, zoomAround } from '../lib/view';

interface Moves {
  size: Size;
  move: (next: (view: View) => View) => void;
  fly: (next: (view: View) => View) => void;
}

const wheelStep = 0.0022;
/** A pinch on a trackpad comes as small turns of a wheel with Ctrl. */
const pinchStep = 0.012;
const keyPx = 90;
/** Less than this is a press, not a drag. */
const dragPx = 4;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [keyPx, 0],
  ArrowRight: [-keyPx, 0],
  ArrowUp: [0, keyPx],
  ArrowDown: [0, -keyPx],
};

const noMiddle: Point = { x: 0, y: 0 };

function fromMiddle(element: Element, x: number, y: number): Point {
  const box = element.getBoundingClientRect();
  return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 };
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), noMiddle);
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function apart([a, b]: readonly Point[]): number {
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
}

/** Dragging, pinching, the wheel, double clicks and keys. */
export function useGestures({ move, fly }: Moves) {
  const surface = useRef<HTMLDivElement>(null);
  const pointers = useRef(new Map<number, Point>());
  const dragged = useRef(false);

  const turn = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    if (!surface.current) return;
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const by = -event.deltaY * lines * (event.ctrlKey ? pinchStep : wheelStep);
    const at = fromMiddle(surface.current, event.clientX, event.clientY);
    move((view) => zoomAround(view, Math.max(-1, Math.min(1, by)), at));
  });
  useEffect(() => {
    const element = surface.current;
    // React's own listener can't keep the page from scrolling.
    const listen = (event: WheelEvent) => turn(event);
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, []);

  function down(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    if (pointers.current.size === 0) dragged.current = false;
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  function drag(event: PointerEvent<HTMLDivElement>) {
    const before = [...pointers.current.values()];
    const old = pointers.current.get(event.pointerId);
    if (!old) return;
    const far = Math.hypot(event.clientX - old.x, event.clientY - old.y) > dragPx;
    if (!dragged.current && !far) return;
    // Only now: a captured pointer would press the map in place of what is on it.
    if (!dragged.current) event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = true;
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const after = [...pointers.current.values()];
    const from = middleOf(before);
    const to = middleOf(after);
    const grown = apart(before) > 0 ? Math.log2(apart(after) / apart(before)) : 0;
    const at = fromMiddle(event.currentTarget, to.x, to.y);
    move((view) => zoomAround(pan(view, to.x - from.x, to.y - from.y), grown, at));
  }

  function up(event: PointerEvent<HTMLDivElement>) {
    pointers.current.delete(event.pointerId);
  }

  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = arrows[event.key];
    if (arrow) fly((view) => pan(view, ...arrow));
    else if (event.key === '+' || event.key === '=') fly((view) => zoomAround(view, 1, noMiddle));
    else if (event.key === '-' || event.key === '_') fly((view) => zoomAround(view, -1, noMiddle));
    else if (event.key === 'Home' || event.key === '0') fly(() => wholeWorld);
    else return;
    event.preventDefault();
  }

  return {
    /** Whether the last press was the end of a drag, and so means nothing more. */
    wasDragged: () => dragged.current,
    surface: {
      ref: surface,
      onPointerDown: down,
      onPointerMove: drag,
      onPointerUp: up,
      onPointerCancel: up,
      onKeyDown: press,
      onDoubleClick: (event: { clientX: number; clientY: number; currentTarget: Element }) => {
        const at = fromMiddle(event.currentTarget, event.clientX, event.clientY);
        fly((view) => zoomAround(view, 1, at));
      },
    },
  };
}
