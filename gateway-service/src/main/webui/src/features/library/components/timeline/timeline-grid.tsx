import { useEffect, useMemo, useRef } from 'react';
import { layOut, type LayoutOptions, type Section, visibleBlocks } from '../../lib/layout';
import { moveTileFocus } from '../../lib/tile-focus';
import { MonthScrubber } from './month-scrubber';
import styles from './timeline-grid.module.css';
import { groupByDay, monthName, TimelineLine } from './timeline-line';
import { useSteadyScroll } from './use-steady-scroll';
import { useViewport } from './use-viewport';

interface TimelineGridProps {
  sections: Section[];
  want: (buckets: readonly string[]) => void;
  /** The one shown on top, if any: it is in sight and has the focus once that is closed. */
  viewed: string | undefined;
}

const overscan = 320;
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

/** The library as one long page, of which only what is near the window exists in the DOM. */
export function TimelineGrid({ sections, want, viewed }: TimelineGridProps) {
  const { viewport, attach, look } = useViewport();
  const { element, width, from, to } = viewport;
  const options = useMemo(() => optionsFor(width), [width]);
  const layout = useMemo(
    () => layOut(width > 0 ? sections : [], options),
    [sections, options, width],
  );
  const { scrollTo, reveal } = useSteadyScroll(element, layout, look);
  const tilesByDay = useMemo(() => groupByDay(layout.order), [layout.order]);
  const visible = visibleBlocks(layout.blocks, from - overscan, to + overscan);
  const missing = visibleBlocks(layout.blocks, from - reach, to + reach)
    .flatMap((block) => (block.type === 'placeholder' ? block.bucket : []))
    .join();

  useEffect(() => {
    if (!missing) return;
    const timer = setTimeout(() => want(missing.split(',')), restMs);
    return () => clearTimeout(timer);
  }, [missing, want]);

  const lastViewed = useRef(viewed);
  useEffect(() => {
    if (!viewed && lastViewed.current) reveal(lastViewed.current);
    lastViewed.current = viewed;
  }, [viewed, reveal]);

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
        {visible.map((block) =>
          block.type === 'line' ? (
            <TimelineLine
              key={block.key}
              line={block}
              dayHeight={options.headerHeight}
              tilesByDay={tilesByDay}
            />
          ) : (
            <div
              key={block.key}
              className={styles.placeholder}
              style={{ top: block.top, height: block.height }}
            >
              <h2 className={styles.month}>{monthName(block.bucket)}</h2>
            </div>
          ),
        )}
      </div>
      <MonthScrubber months={layout.months} height={layout.height} at={from} onGo={scrollTo} />
    </>
  );
}
