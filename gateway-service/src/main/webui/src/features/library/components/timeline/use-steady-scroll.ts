import { useCallback, useLayoutEffect, useRef } from 'react';
import { anchorAt, lineOf, topOf } from '../../lib/anchor';
import type { Layout } from '../../lib/layout';
import { topMargin } from '@/components/media/tile-focus';
import { useKeptFocus } from '@/components/media/use-kept-focus';

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
  const focus = useKeptFocus(element);

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
      requestAnimationFrame(() => focus(tileId));
      return true;
    },
    [element, scrollTo, focus],
  );

  return { scrollTo, scrollToMonth, reveal };
}
