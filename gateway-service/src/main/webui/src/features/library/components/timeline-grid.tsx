import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { LayoutOptions, Section } from '../lib/layout';
import { layOut, visibleBlocks } from '../lib/layout';
import { moveTileFocus } from '../lib/tile-focus';
import styles from './timeline-grid.module.css';
import { groupByDay, TimelineLine } from './timeline-line';
import { useViewport } from './use-viewport';

interface TimelineGridProps {
  sections: Section[];
  want: (buckets: readonly string[]) => void;
}

const overscan = 480;
const phoneWidth = 640;

function optionsFor(width: number): LayoutOptions {
  const phone = width < phoneWidth;
  return {
    width,
    rowHeight: phone ? 124 : 208,
    gap: phone ? 3 : 6,
    dayGap: phone ? 12 : 20,
    headerHeight: phone ? 34 : 40,
    lineGap: phone ? 10 : 14,
  };
}

/** The library as one long page, of which only what is near the window exists in the DOM. */
export function TimelineGrid({ sections, want }: TimelineGridProps) {
  const root = useRef<HTMLDivElement>(null);
  const { width, from, to } = useViewport(root);
  const options = useMemo(() => optionsFor(width), [width]);
  const layout = useMemo(() => layOut(sections, options), [sections, options]);
  const tilesByDay = useMemo(() => groupByDay(layout.order), [layout.order]);
  const visible = width > 0 ? visibleBlocks(layout.blocks, from - overscan, to + overscan) : [];
  const missing = visible
    .flatMap((block) => (block.type === 'placeholder' ? block.bucket : []))
    .join();

  useEffect(() => {
    if (missing) want(missing.split(','));
  }, [missing, want]);

  // What is at the top of the window stays there when months above it get their real height.
  const anchor = useRef<{ key: string; top: number }>(undefined);
  useLayoutEffect(() => {
    const held = anchor.current;
    const block = held && layout.blocks.find(({ key }) => key === held.key);
    if (block && block.top !== held.top && from > 0) window.scrollBy(0, block.top - held.top);
    const first = visibleBlocks(layout.blocks, from, to)[0];
    anchor.current = first && { key: first.key, top: first.top };
  }, [layout, from, to]);

  return (
    // Arrow keys are a convenience here: every tile can be reached with Tab as well.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={root}
      className={styles.grid}
      style={{ height: layout.height }}
      onKeyDown={moveTileFocus}
    >
      {visible.map((block) =>
        block.type === 'line' ? (
          <TimelineLine
            key={block.key}
            line={block}
            headerHeight={options.headerHeight}
            tilesByDay={tilesByDay}
          />
        ) : (
          <div
            key={block.key}
            className={styles.placeholder}
            style={{ top: block.top, height: block.height }}
          />
        ),
      )}
    </div>
  );
}
