import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  layOut,
  LayoutCache,
  type LayoutOptions,
  type Section,
  visibleBlocks,
  visibleMonths,
} from '../../lib/layout';
import type { Tile } from '@/components/media/tile';
import { MonthScrubber } from './month-scrubber';
import { moveTileFocus } from '@/components/media/tile-focus';
import styles from './timeline-grid.module.css';
import { monthName, TimelineLine, tilesOn } from './timeline-line';
import { type GridKeyActions, useGridKeys } from './use-grid-keys';
import { useSteadyScroll } from './use-steady-scroll';
import { useTouchSelection } from './use-touch-selection';
import { useSketches } from '@/components/media/use-sketches';
import { useViewport } from '@/components/media/use-viewport';

interface TimelineGridProps {
  sections: Section[];
  want: (buckets: readonly string[]) => void;
  /** The one shown on top, if any: it is in sight and has the focus once that is closed. */
  viewed: string | undefined;
  keys: GridKeyActions;
  /** Begins a range by touch; answers what to tell each tile on the finger's way. */
  beginDrag: (from: Tile) => (to: Tile) => void;
}

const overscan = 240;
/** Colours cost next to nothing, and the screen may be ahead of them. */
const flyingOverscan = 800;
/** Months this near are fetched ahead. */
const reach = 1_000;
/** A month that is only flown over isn't fetched. */
const restMs = 90;
const phoneWidth = 640;

function optionsFor(width: number): LayoutOptions {
  const phone = width < phoneWidth;
  return {
    width,
    rowHeight: phone ? 124 : 208,
    gap: phone ? 3 : 6,
    dayGap: phone ? 12 : 20,
    headerHeight: phone ? 28 : 32,
    monthHeight: phone ? 38 : 48,
    lineGap: phone ? 10 : 14,
    minDayWidth: phone ? 80 : 100,
    minMonthWidth: phone ? 152 : 190,
  };
}

function useTilesByName(sections: Section[]) {
  const byMonth = useMemo(
    () => new Map(sections.map(({ bucket, tiles }) => [bucket, tiles ?? []])),
    [sections],
  );
  const latest = useRef(byMonth);
  useEffect(() => {
    latest.current = byMonth;
  }, [byMonth]);
  /** The same function always, lest every line be drawn again. */
  const tilesOfDay = useCallback(
    (day: string) => tilesOn(day, latest.current.get(day.slice(0, 7)) ?? []),
    [],
  );
  const tileOf = useCallback((id: string) => {
    for (const tiles of latest.current.values()) {
      const found = tiles.find((tile) => tile.id === id);
      if (found) return found;
    }
    return undefined;
  }, []);
  return { tilesOfDay, tileOf };
}

/** The library as one long page, of which only what is near the window exists in the DOM. */
export function TimelineGrid(props: TimelineGridProps) {
  const { sections, want, viewed, keys, beginDrag } = props;
  const { viewport, attach, look } = useViewport();
  const { element, width, from, to, flying } = viewport;
  const options = useMemo(() => optionsFor(width), [width]);
  const [cache] = useState(() => new LayoutCache());
  const layout = useMemo(
    () => layOut(width > 0 ? sections : [], options, cache),
    [sections, options, width, cache],
  );
  const steady = useSteadyScroll(element, layout, look);
  const { reveal } = steady;
  const { tilesOfDay, tileOf } = useTilesByName(sections);
  const near = visibleMonths(layout, from - reach, to + reach).join();

  useEffect(() => {
    if (!near || flying) return;
    const timer = setTimeout(() => want(near.split(',')), restMs);
    return () => clearTimeout(timer);
  }, [near, flying, want]);

  const lastViewed = useRef(viewed);
  useEffect(() => {
    if (!viewed && lastViewed.current) reveal(lastViewed.current);
    lastViewed.current = viewed;
  }, [viewed, reveal]);

  const margin = flying ? flyingOverscan : overscan;
  const blocks = visibleBlocks(layout, from - margin, to + margin);
  const sketched = useSketches(
    blocks.map(({ block }) => block.key),
    flying,
  );

  useTouchSelection(element, (id) => {
    const tile = tileOf(id);
    const extend = tile && beginDrag(tile);
    return (
      extend &&
      ((over) => {
        const next = tileOf(over);
        if (next) extend(next);
      })
    );
  });
  useGridKeys({ active: !viewed, element, sections, layout, steady, tileOf, keys });

  return (
    <>
      {/* Arrow keys are a convenience here: every tile can be reached with Tab as well. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={attach}
        className={styles.grid}
        style={{ height: layout.height }}
        onKeyDown={moveTileFocus}
      >
        {blocks.map(({ block, top }) =>
          block.type === 'line' ? (
            <TimelineLine
              key={block.key}
              line={block}
              top={top}
              dayHeight={options.headerHeight}
              sketched={sketched.has(block.key)}
              tilesOfDay={tilesOfDay}
            />
          ) : (
            <div
              key={block.key}
              className={styles.placeholder}
              style={{ top, height: block.height }}
            >
              <h2 className={styles.month}>{monthName(block.bucket)}</h2>
            </div>
          ),
        )}
      </div>
      <MonthScrubber
        months={layout.months}
        height={layout.height}
        at={from}
        onGo={steady.scrollTo}
      />
    </>
  );
}
