import { useCallback, useLayoutEffect, useRef } from 'react';
import { anchorAt, lineOf, topOf } from '../../lib/anchor';
import type { Layout } from '../../lib/layout';
import { tileElements } from '@/components/media/tile-elements';

/** Distance from the window's top of what is scrolled to: the app's bar covers that much. */
export const topMargin = 96;

/** How far the window's top lies below the element's. */
function scrolled(element: HTMLElement): number {
  return -element.getBoundingClientRect().top;
}

/** After a jump it takes a frame or more until the tile is drawn. */
const maxFrames = 60;

function focusTile(element: HTMLElement, tileId: string, frames = maxFrames): void {
  const tile = tileElements(element).find(({ dataset }) => dataset.tile === tileId);
  tile?.focus({ preventScroll: true });
  if (!tile && frames > 0) requestAnimationFrame(() => focusTile(element, tileId, frames - 1));
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
    if (!element || !old || old.height === 0 || old === layout) return;
    // A pixel lower, lest a month that was gone to be taken for the end of the one above.
    const top = scrolled(element) + topMargin + 1;
    const anchor = scrolled(element) > 0 ? anchorAt(old, top, top + window.innerHeight) : undefined;
    const wanted = anchor && topOf(layout, anchor);
    if (wanted === undefined || Math.abs(wanted - top) < 1) return;
    window.scrollBy({ top: wanted - top, behavior: 'instant' });
    look(element);
  }, [element, layout, look]);

  const scrollTo = useCallback(
    (top: number) => {
      if (!element) return;
      window.scrollBy({ top: top - scrolled(element) - topMargin, behavior: 'instant' });
      look(element);
    },
    [element, look],
  );

  /** Goes to a month, whether or not anything of it is fetched. */
  const scrollToMonth = useCallback(
    (bucket: string) => {
      const month = before.current?.months.find((span) => span.bucket === bucket);
      if (month) scrollTo(month.top);
    },
    [scrollTo],
  );

  /** Brings a picture onto the screen, unless it is there, and gives it the focus; false where unknown. */
  const reveal = useCallback(
    (tileId: string, always = false) => {
      const line = before.current && lineOf(before.current, tileId);
      if (!element || !line) return false;
      const top = line.top - scrolled(element);
      if (always || top < topMargin || top + line.height > window.innerHeight) scrollTo(line.top);
      requestAnimationFrame(() => focusTile(element, tileId));
      return true;
    },
    [element, scrollTo],
  );

  return { scrollTo, scrollToMonth, reveal };
}
