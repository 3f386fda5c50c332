import { useCallback, useState } from 'react';

export interface Viewport {
  /** The element looked at, once it is there. */
  element: HTMLElement | undefined;
  /** Of the element; 0 until measured. */
  width: number;
  /** The part of the element in the window, in its own coordinates. */
  from: number;
  to: number;
}

/** Scrolling renders once per step, not once per pixel. */
const step = 160;

function measure(element: HTMLElement): Viewport {
  const box = element.getBoundingClientRect();
  return {
    element,
    width: Math.floor(box.width),
    from: Math.floor(-box.top / step) * step,
    to: Math.ceil((-box.top + window.innerHeight) / step) * step,
  };
}

function same(a: Viewport, b: Viewport): boolean {
  return a.element === b.element && a.width === b.width && a.from === b.from && a.to === b.to;
}

/** What the window shows of an element; `look` measures at once, after a jump. */
export function useViewport() {
  const [viewport, setViewport] = useState<Viewport>({
    element: undefined,
    width: 0,
    from: 0,
    to: 0,
  });

  const look = useCallback((element: HTMLElement) => {
    const seen = measure(element);
    setViewport((old) => (same(old, seen) ? old : seen));
  }, []);

  const attach = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      let frame = 0;
      const schedule = () => {
        frame ||= requestAnimationFrame(() => {
          frame = 0;
          look(element);
        });
      };
      look(element);
      const observer = new ResizeObserver(schedule);
      observer.observe(element);
      window.addEventListener('scroll', schedule, { passive: true });
      window.addEventListener('resize', schedule);
      return () => {
        cancelAnimationFrame(frame);
        observer.disconnect();
        window.removeEventListener('scroll', schedule);
        window.removeEventListener('resize', schedule);
      };
    },
    [look],
  );

  return { viewport, attach, look };
}
