import { useCallback, useEffect, useRef, useState } from 'react';
import { wrap } from '../lib/mercator';
import { settle, type Size, type View } from '../lib/view';

const flightMs = 260;

function between(from: View, to: View, part: number): View {
  const eased = 1 - (1 - part) ** 3;
  // The short way around the world.
  const dx = wrap(to.centre.x - from.centre.x + 0.5) - 0.5;
  return {
    zoom: from.zoom + (to.zoom - from.zoom) * eased,
    centre: {
      x: from.centre.x + dx * eased,
      y: from.centre.y + (to.centre.y - from.centre.y) * eased,
    },
  };
}

/** The view, moved at once by hand and in a short flight otherwise. */
export function useView(start: View, size: Size) {
  const [view, setView] = useState(start);
  const frame = useRef(0);
  const shown = settle(view, size);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const move = useCallback(
    (next: (view: View) => View) => {
      cancelAnimationFrame(frame.current);
      setView((old) => settle(next(settle(old, size)), size));
    },
    [size],
  );

  const fly = useCallback(
    (next: (view: View) => View) => {
      cancelAnimationFrame(frame.current);
      const from = shown;
      const to = settle(next(from), size);
      const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      const begun = performance.now();
      const step = (now: number) => {
        const part = still ? 1 : Math.min(1, Math.max(0, (now - begun) / flightMs));
        setView(part === 1 ? to : between(from, to, part));
        if (part < 1) frame.current = requestAnimationFrame(step);
      };
      frame.current = requestAnimationFrame(step);
    },
    [shown, size],
  );

  return { view: shown, move, fly };
}
