import {
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { maxScale, type Point, settle, type View, whole, zoomAt } from '../../lib/zoom';

interface ZoomOptions {
  /** The picture's own pixels across: a double click shows it one to one. */
  naturalWidth: number | undefined;
  onSwipe: (direction: 1 | -1) => void;
  onPullDown: () => void;
}

const swipeDistance = 60;
const pullDistance = 110;
const minDoubleScale = 2;
const doubleTapMs = 320;
const tapSlop = 28;
/** A mouse event that follows a touch so soon is the browser's echo of it. */
const touchEchoMs = 700;

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(points: Point[]): Point {
  const sum = points.reduce((to, { x, y }) => ({ x: to.x + x, y: to.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** The view of a picture, and its changes in terms of points of the window. */
function useView(naturalWidth: number | undefined) {
  const [view, setView] = useState(whole);
  const stage = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);

  /** At this scale a pixel of the picture is one of the screen's. */
  function oneToOne(): number {
    const across = picture.current?.offsetWidth ?? 0;
    const pixels = naturalWidth && across > 0 ? naturalWidth / across : minDoubleScale;
    return Math.max(pixels / (window.devicePixelRatio || 1), 1);
  }

  function change(update: (view: View, toStage: (point: Point) => Point, most: number) => View) {
    const box = stage.current?.getBoundingClientRect();
    const fitted = picture.current;
    if (!box || !fitted) return;
    const toStage = ({ x, y }: Point) => ({
      x: x - box.left - box.width / 2,
      y: y - box.top - box.height / 2,
    });
    const size = { width: fitted.offsetWidth, height: fitted.offsetHeight };
    const most = Math.max(maxScale, oneToOne());
    setView((old) => settle(update(old, toStage, most), size, box));
  }

  function zoomBy(factor: number, point: Point) {
    change((old, toStage, most) => zoomAt(old, toStage(point), old.scale * factor, most));
  }

  function toggle(point: Point) {
    const wanted = Math.max(oneToOne(), minDoubleScale);
    change((old, toStage, most) =>
      old.scale > 1 ? whole : zoomAt(old, toStage(point), wanted, most),
    );
  }

  return { view, stage, picture, change, zoomBy, toggle };
}

/** The picture moves with a finger that has yet to show whether it swipes. */
const still: Point = { x: 0, y: 0 };

/** Wheel, pinch, double click or tap, and drag on a picture; swipes while it isn't zoomed. */
export function useZoom({ naturalWidth, onSwipe, onPullDown }: ZoomOptions) {
  const { view, stage, picture, change, zoomBy, toggle } = useView(naturalWidth);
  const [pull, setPull] = useState(still);
  const pointers = useRef(new Map<number, Point>());
  const start = useRef<Point>(undefined);
  const touchedAt = useRef(-touchEchoMs);
  const tapped = useRef<{ at: number; point: Point }>(undefined);

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const perPixel = event.ctrlKey ? 100 : 400;
    zoomBy(Math.exp(-event.deltaY / perPixel), { x: event.clientX, y: event.clientY });
  });
  useEffect(() => {
    const element = stage.current;
    const wheel = (event: WheelEvent) => onWheel(event);
    // React's own wheel listener is passive and could not stop the page from scrolling.
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, [stage]);

  function move(event: PointerEvent) {
    if (!pointers.current.has(event.pointerId)) return;
    const before = [...pointers.current.values()];
    const point = { x: event.clientX, y: event.clientY };
    pointers.current.set(event.pointerId, point);
    const after = [...pointers.current.values()];
    const [a, b] = [middle(before), middle(after)];
    const pinched = before[0] && before[1] && after[0] && after[1];
    const spread = pinched
      ? distance(after[0] ?? a, after[1] ?? a) /
        Math.max(1, distance(before[0] ?? a, before[1] ?? a))
      : 1;
    if (spread === 1 && view.scale === 1) {
      const from = start.current;
      if (from && event.pointerType === 'touch')
        setPull({ x: point.x - from.x, y: point.y - from.y });
      return;
    }
    change((old, toStage, most) => {
      const zoomed = zoomAt(old, toStage(b), old.scale * spread, most);
      return { ...zoomed, x: zoomed.x + b.x - a.x, y: zoomed.y + b.y - a.y };
    });
  }

  function tap(event: PointerEvent, point: Point): boolean {
    const last = tapped.current;
    const now = event.timeStamp;
    const double = last && now - last.at < doubleTapMs && distance(last.point, point) < tapSlop;
    tapped.current = double ? undefined : { at: now, point };
    if (double) toggle(point);
    return double ?? false;
  }

  function release(event: PointerEvent) {
    const from = start.current;
    const alone = pointers.current.size === 1;
    pointers.current.delete(event.pointerId);
    setPull(still);
    if (!from || !alone) return;
    start.current = undefined;
    const point = { x: event.clientX, y: event.clientY };
    const touch = event.pointerType === 'touch';
    if (touch) touchedAt.current = event.timeStamp;
    if (touch && distance(from, point) < tapSlop && tap(event, point)) return;
    if (view.scale > 1) return;
    const across = point.x - from.x;
    const down = point.y - from.y;
    if (Math.abs(across) > swipeDistance && Math.abs(across) > Math.abs(down)) {
      onSwipe(across < 0 ? 1 : -1);
    } else if (touch && down > pullDistance) onPullDown();
  }

  return {
    view,
    pull,
    stage,
    picture,
    /** About the middle of the stage. */
    zoomBy: (factor: number) => {
      const box = stage.current?.getBoundingClientRect();
      if (box) zoomBy(factor, { x: box.left + box.width / 2, y: box.top + box.height / 2 });
    },
    handlers: {
      onDoubleClick: (event: MouseEvent) => {
        // A finger's double tap was told by its touches already.
        if (event.timeStamp - touchedAt.current < touchEchoMs) return;
        toggle({ x: event.clientX, y: event.clientY });
      },
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
        setPull(still);
      },
    },
  };
}
