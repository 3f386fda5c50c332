import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { showToast } from '@/components/toast';
import { texts } from '@/lib/texts';
import type { Section } from '../../lib/layout';
import { missingBetween, missingOf, tilesBetween } from '../../lib/range';
import { nothingSelected, type Selection, selectionReducer } from '../../lib/selection';
import type { Tile } from '@/components/media/tile';

type Load = (buckets: readonly string[], signal: AbortSignal) => Promise<void>;

/** The selection, with ranges that reach over months not fetched yet. */
export function useSelection(sections: readonly Section[] | undefined, load: Load) {
  const [selection, dispatch] = useReducer(selectionReducer, nothingSelected);
  const [pending, setPending] = useState<() => void>();
  const latest = useRef<{ sections: readonly Section[]; selection: Selection; load: Load }>({
    sections: [],
    selection,
    load,
  });
  useLayoutEffect(() => {
    latest.current = { sections: sections ?? [], selection, load };
  });

  const running = useRef<AbortController>(undefined);
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setPending(undefined);
  }, []);
  useEffect(() => cancel, [cancel]);

  /** Runs `then` once the months are there: at once where they are, else as soon as a render has them. */
  const withMonths = useCallback(
    (missing: readonly string[], then: () => void) => {
      cancel();
      if (missing.length === 0) {
        then();
        return;
      }
      const controller = new AbortController();
      running.current = controller;
      setPending(() => then);
      latest.current.load(missing, controller.signal).catch(() => {
        if (controller.signal.aborted) return;
        cancel();
        showToast({ text: texts.library.rangeFailed, tone: 'problem' });
      });
    },
    [cancel],
  );

  // A fetched month reaches the sections a render later than the promise resolves.
  const missing = useRef<() => string[]>(() => []);
  useEffect(() => {
    if (!pending || missing.current().length > 0) return;
    running.current = undefined;
    setPending(undefined);
    pending();
  }, [pending, sections]);

  const extendTo = useCallback(
    (to: Tile) => {
      const from = latest.current.selection.anchor ?? to;
      missing.current = () => missingBetween(latest.current.sections, from, to);
      withMonths(missing.current(), () => {
        dispatch({
          type: 'add',
          tiles: tilesBetween(latest.current.sections, from, to),
          anchor: to,
        });
      });
    },
    [withMonths],
  );

  const selectAll = useCallback(() => {
    missing.current = () => missingOf(latest.current.sections);
    withMonths(missing.current(), () => {
      const tiles = latest.current.sections.flatMap((section) => section.tiles ?? []);
      dispatch({ type: 'add', tiles, anchor: tiles.at(-1) });
    });
  }, [withMonths]);

  /** Begins a range that follows a finger; what was selected before it stays. */
  const beginDrag = useCallback((from: Tile) => {
    const before = latest.current.selection;
    const base = before.tiles.has(from.id) ? before : { ...before, anchor: from };
    dispatch({ type: 'replace', selection: base, with: [from] });
    return (to: Tile) => {
      const range = tilesBetween(latest.current.sections, from, to);
      dispatch({ type: 'replace', selection: { ...base, anchor: to }, with: range });
    };
  }, []);

  const clear = useCallback(() => {
    cancel();
    dispatch({ type: 'clear' });
  }, [cancel]);

  return {
    selection,
    dispatch,
    extendTo,
    selectAll,
    beginDrag,
    clear,
    busy: pending !== undefined,
  };
}
