import { useCallback, useLayoutEffect, useRef } from 'react';
import { anchorAt, lineOf, topOf } from '../../lib/anchor';
import type { Layout } from '../../lib/layout';

/** Distance from the window's top of what is scrolled to: the app's bar covers that much. */
const margin = 96;

/** How far the window's top lies below the element's. */
function scrolled(element: HTMLElement): number {
  return -element.getBoundingClientRect().top;
}

/**
 * Keeps what is at the top of the window there while months above get their real height, and
 * whenever else the layout changes; `look` is told of each jump before it is painted.
 */
export function useSteadyScroll(
  element: HTMLElement | undefined,
  layout: Layout,
  look: (element: HTMLElement) => void,
) {
  const before = useRef<Layout>(undefined);

  useLayoutEffect(() => {
    const old = before.current;
    before.current = layout;
    if (!element || !old || old.height === 0) return;
    const top = scrolled(element);
    const anchor = top > 0 ? anchorAt(old, top, top + window.innerHeight) : undefined;
    const wanted = anchor && topOf(layout, anchor);
    if (wanted === undefined || Math.abs(wanted - top) < 1) return;
    window.scrollBy({ top: wanted - top, behavior: 'instant' });
    look(element);
  }, [element, layout, look]);

  const scrollTo = useCallback(
    (top: number) => {
      if (!element) return;
      window.scrollBy({ top: top - scrolled(element) - margin, behavior: 'instant' });
      look(element);
    },
    [element, look],
  );

  /** Brings a picture onto the screen, unless it is there, and gives it the focus. */
  const reveal = useCallback(
    (tileId: string) => {
      const line = before.current && lineOf(before.current, tileId);
      if (!element || !line) return;
      const top = line.top - scrolled(element);
      if (top < margin || top + line.height > window.innerHeight) scrollTo(line.top);
      requestAnimationFrame(() => {
        const tiles = [...element.querySelectorAll<HTMLElement>('[data-tile]')];
        tiles.find((tile) => tile.dataset.tile === tileId)?.focus({ preventScroll: true });
      });
    },
    [element, scrollTo],
  );

  return { scrollTo, reveal };
}
