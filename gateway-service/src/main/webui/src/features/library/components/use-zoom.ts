import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';

interface View {
  scale: number;
  x: number;
  y: number;
}

const whole: View = { scale: 1, x: 0, y: 0 };
const maxScale = 4;
const swipeDistance = 60;

/** Wheel, double click and drag on a picture; a sideways swipe when it isn't zoomed. */
export function useZoom(onSwipe: (direction: 1 | -1) => void) {
  const [view, setView] = useState(whole);
  const stage = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number } | undefined>(undefined);

  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      setView((old) => {
        const scale = Math.min(maxScale, Math.max(1, old.scale * Math.exp(-event.deltaY / 400)));
        return scale === 1 ? whole : { ...old, scale };
      });
    };
    // React's own wheel listener is passive and could not stop the page from scrolling.
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, []);

  return {
    view,
    stage,
    toggle: () => setView((old) => (old.scale > 1 ? whole : { ...whole, scale: 2 })),
    handlers: {
      onDoubleClick: (event: MouseEvent<HTMLElement>) => {
        const box = event.currentTarget.getBoundingClientRect();
        const x = box.left + box.width / 2 - event.clientX;
        const y = box.top + box.height / 2 - event.clientY;
        setView((old) => (old.scale > 1 ? whole : { scale: 2.5, x: x * 1.5, y: y * 1.5 }));
      },
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        drag.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const start = drag.current;
        if (!start || view.scale === 1) return;
        const { movementX, movementY } = event;
        setView((old) => ({ ...old, x: old.x + movementX, y: old.y + movementY }));
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const start = drag.current;
        drag.current = undefined;
        if (!start || view.scale > 1) return;
        const distance = event.clientX - start.x;
        if (Math.abs(distance) > swipeDistance) onSwipe(distance < 0 ? 1 : -1);
      },
      onPointerCancel: () => {
        drag.current = undefined;
      },
    },
  };
}
