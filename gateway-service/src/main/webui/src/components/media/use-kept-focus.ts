import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { findTileElement, tileElements } from './tile-elements';

/**
 * The focus within a grid that draws only what is near the window: a tile gets it as soon as it is
 * drawn, and again when it is drawn anew, unless it went elsewhere meanwhile.
 */
export function useKeptFocus(grid: HTMLElement | undefined) {
  const kept = useRef<string>(undefined);
  const wanted = useRef<string>(undefined);

  const settle = useCallback(() => {
    const lost = document.activeElement === document.body;
    const id = wanted.current ?? (lost ? kept.current : undefined);
    if (!grid || id === undefined) return;
    const tile = tileElements(grid).find(({ dataset }) => dataset.tile === id);
    tile?.focus({ preventScroll: true });
  }, [grid]);

  // After every render, as any may have drawn the tile.
  useLayoutEffect(settle);

  useEffect(() => {
    if (!grid) return;
    const listening = new AbortController();
    const { signal } = listening;
    const taken = ({ target }: FocusEvent) => {
      const tile = target instanceof Node && grid.contains(target) && findTileElement(target);
      kept.current = tile ? tile.dataset.tile : undefined;
      wanted.current = undefined;
    };
    const left = ({ target }: FocusEvent) => {
      queueMicrotask(() => {
        // What was taken out of the document lost the focus; what is still there gave it up.
        const given = target instanceof Node && target.isConnected;
        if (given && document.activeElement === document.body) kept.current = undefined;
      });
    };
    document.addEventListener('focusin', taken, { signal });
    grid.addEventListener('focusout', left, { signal });
    return () => listening.abort();
  }, [grid]);

  /** Gives a tile the focus, now or once it is drawn. */
  return useCallback(
    (id: string) => {
      wanted.current = id;
      settle();
    },
    [settle],
  );
}
