import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Point, settle, type View, whole, zoomAt } from '../../lib/zoom';

interface ZoomOptions {
  /** The picture's own pixels across: a double click shows it one to one. */
  naturalWidth: number | undefined;
  onSwipe: (direction: 1 | -1) => void;
  onPullDown: () => void;
}

const swipeDistance = 60;
const pullDistance = 110;
const minDoubleScale = 2;

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(points: Point[]): Point {
  const sum = points.reduce((to, { x, y }) => ({ x: to.x + x, y: to.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** Wheel, pinch, double click and drag on a picture; swipes while it isn't zoomed. */
export function useZoom({ naturalWidth, onSwipe, onPullDown }: ZoomOptions) {
  const [view, setView] = useState(whole);
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const pointers = useRef(new Map<number, Point>());
  const start = useRef<Point>(undefined);

  function change(update: (view: View, toStage: (point: Point) => Point) => View) {
    const box = stage.current?.getBoundingClientRect();
    const fitted = picture.current;
    if (!box || !fitted) return;
    const toStage = ({ x, y }: Point) => ({
      x: x - box.left - box.width / 2,
      y: y - box.top - box.height / 2,
    });
    const size = { width: fitted.offsetWidth, height: fitted.offsetHeight };
    setView((old) => settle(update(old, toStage), size, box));
  }

  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const point = { x: event.clientX, y: event.clientY };
      const factor = Math.exp(-event.deltaY / 400);
      change((old, toStage) => zoomAt(old, toStage(point), old.scale * factor));
    };
    // React's own wheel listener is passive and could not stop the page from scrolling.
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, []);

  function toggle(point: Point) {
    const across = picture.current?.offsetWidth ?? 0;
    const oneToOne = naturalWidth && across > 0 ? naturalWidth / across : minDoubleScale;
    change((old, toStage) =>
      old.scale > 1 ? whole : zoomAt(old, toStage(point), Math.max(oneToOne, minDoubleScale)),
    );
  }

  function move(event: PointerEvent) {
    const known = pointers.current.get(event.pointerId);
    if (!known) return;
    const before = [...pointers.current.values()];
    const point = { x: event.clientX, y: event.clientY };
    pointers.current.set(event.pointerId, point);
    const after = [...pointers.current.values()];
    const [a, b] = [middle(before), middle(after)];
    const spread =
      before[0] && before[1] && after[0] && after[1]
        ? distance(after[0], after[1]) / Math.max(1, distance(before[0], before[1]))
        : 1;
    if (spread === 1 && view.scale === 1) return;
    change((old, toStage) => {
      const zoomed = zoomAt(old, toStage(b), old.scale * spread);
      return { ...zoomed, x: zoomed.x + b.x - a.x, y: zoomed.y + b.y - a.y };
    });
  }

  function release(event: PointerEvent) {
    const from = start.current;
    const alone = pointers.current.size === 1;
    pointers.current.delete(event.pointerId);
    if (!from || !alone || view.scale > 1) return;
    start.current = undefined;
    const across = event.clientX - from.x;
    const down = event.clientY - from.y;
    if (Math.abs(across) > swipeDistance && Math.abs(across) > Math.abs(down)) {
      onSwipe(across < 0 ? 1 : -1);
    } else if (event.pointerType === 'touch' && down > pullDistance) onPullDown();
  }

  return {
    view,
    stage,
    picture,
    handlers: {
      onDoubleClick: (event: MouseEvent) => toggle({ x: event.clientX, y: event.clientY }),
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.pointerType === 'mouse' && event.button !== 0) return;
        const point = { x: event.clientX, y: event.clientY };
        pointers.current.set(event.pointerId, point);
        start.current = pointers.current.size === 1 ? point : undefined;
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: move,
      onPointerUp: release,
      onPointerCancel: (event: PointerEvent) => {
        pointers.current.delete(event.pointerId);
        start.current = undefined;
      },
    },
  };
}
