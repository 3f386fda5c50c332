import { useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export interface Viewport {
  /** The element looked at, once it is there. */
  element: HTMLElement | undefined;
  /** Of the element; 0 until measured. */
  width: number;
  /** The part of the element in the window, in its own coordinates. */
  from: number;
  to: number;
  /** It is scrolled faster than anyone can look. */
  flying: boolean;
}

/** Scrolling renders once per step, not once per pixel. */
const step = 160;
/** In pixels a millisecond. */
const flight = 5;
/** Slower than this for so long, and the flight is over. */
const calmMs = 120;
const frameMs = 16;
/** After a pause, a leap isn't told from the pause before it. */
const pauseMs = 100;

function measure(element: HTMLElement): Omit<Viewport, 'flying'> {
  const box = element.getBoundingClientRect();
  return {
    element,
    width: Math.floor(box.width),
    from: Math.floor(-box.top / step) * step,
    to: Math.ceil((-box.top + window.innerHeight) / step) * step,
  };
}

function same(a: Viewport, b: Viewport): boolean {
  return (
    a.element === b.element &&
    a.width === b.width &&
    a.from === b.from &&
    a.to === b.to &&
    a.flying === b.flying
  );
}

/** How fast the window is scrolled. */
class Pace {
  private top = window.scrollY;
  private at = performance.now();

  /** Begins anew from here: a jump is no flight. */
  rest(): void {
    this.top = window.scrollY;
    this.at = performance.now();
  }

  isFlight(): boolean {
    const { top, at } = this;
    this.rest();
    const took = Math.min(Math.max(this.at - at, frameMs), pauseMs);
    return Math.abs(this.top - top) > flight * took;
  }
}

/** What the window shows of an element; `look` measures at once, after a jump. */
export function useViewport() {
  const [viewport, setViewport] = useState<Viewport>({
    element: undefined,
    width: 0,
    from: 0,
    to: 0,
    flying: false,
  });
  const pace = useRef<Pace>(undefined);

  const show = useCallback((element: HTMLElement, flying?: boolean) => {
    const seen = measure(element);
    setViewport((old) => {
      const next = { ...seen, flying: flying ?? old.flying };
      return same(old, next) ? old : next;
    });
  }, []);

  const look = useCallback(
    (element: HTMLElement) => {
      pace.current?.rest();
      show(element);
    },
    [show],
  );

  const attach = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const scrolled = new Pace();
      pace.current = scrolled;
      let frame = 0;
      let landing: ReturnType<typeof setTimeout> | undefined;
      const land = () => {
        landing = undefined;
        show(element, false);
      };
      const follow = () => {
        frame = 0;
        if (scrolled.isFlight()) {
          clearTimeout(landing);
          landing = setTimeout(land, calmMs);
        }
        // Within this very frame, lest what comes into view be painted a frame late.
        flushSync(() => show(element, landing !== undefined));
      };
      const schedule = () => {
        frame ||= requestAnimationFrame(follow);
      };
      look(element);
      const observer = new ResizeObserver(schedule);
      observer.observe(element);
      window.addEventListener('scroll', schedule, { passive: true });
      window.addEventListener('resize', schedule);
      return () => {
        cancelAnimationFrame(frame);
        clearTimeout(landing);
        observer.disconnect();
        window.removeEventListener('scroll', schedule);
        window.removeEventListener('resize', schedule);
      };
    },
    [look, show],
  );

  return { viewport, attach, look };
}
