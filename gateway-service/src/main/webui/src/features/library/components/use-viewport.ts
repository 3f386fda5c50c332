import { type RefObject, useLayoutEffect, useState } from 'react';

interface Viewport {
  /** Of the element; 0 until measured. */
  width: number;
  /** The part of the element in the window, in its own coordinates. */
  from: number;
  to: number;
}

/** Scrolling renders once per step, not once per pixel. */
const step = 160;

export function useViewport(element: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ width: 0, from: 0, to: 0 });

  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const box = target.getBoundingClientRect();
      const from = Math.floor(-box.top / step) * step;
      const to = Math.ceil((-box.top + window.innerHeight) / step) * step;
      const width = Math.floor(box.width);
      setViewport((old) =>
        old.width === width && old.from === from && old.to === to ? old : { width, from, to },
      );
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    const observer = new ResizeObserver(schedule);
    observer.observe(target);
    window.addEventListener('scroll', schedule, { passive: true });
    window.addEventListener('resize', schedule);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      window.removeEventListener('scroll', schedule);
      window.removeEventListener('resize', schedule);
    };
  }, [element]);

  return viewport;
}
