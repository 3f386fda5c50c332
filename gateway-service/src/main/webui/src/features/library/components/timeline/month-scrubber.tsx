import { type PointerEvent, useRef, useState } from 'react';
import type { Span } from '../../lib/layout';
import styles from './month-scrubber.module.css';
import { monthName } from './timeline-line';

interface MonthScrubberProps {
  months: readonly Span[];
  /** Of the whole timeline. */
  height: number;
  /** Where in it the window is. */
  at: number;
  onGo: (top: number) => void;
}

/** Below this the scroll bar alone is enough. */
const minHeight = 3_000;

function monthAt(months: readonly Span[], top: number): Span | undefined {
  return months.findLast((span) => span.top <= top) ?? months[0];
}

/** The first month shown of each year. */
function years(months: readonly Span[]): Span[] {
  return months.filter(
    (span, index) => span.bucket.slice(0, 4) !== months[index - 1]?.bucket.slice(0, 4),
  );
}

/**
 * The timeline's years at the edge of a wide window; a pointer goes to any month. Pointers only:
 * for the keyboard it would tell nothing that the page's own scrolling doesn't.
 */
export function MonthScrubber({ months, height, at, onGo }: MonthScrubberProps) {
  const track = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<{ top: number; span: Span }>();
  if (height < minHeight) return null;

  function seek(event: PointerEvent) {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const share = Math.min(Math.max((event.clientY - box.top) / box.height, 0), 0.999);
    const span = monthAt(months, share * height);
    if (!span) return;
    setHovered({ top: share * 100, span });
    if (event.buttons > 0) onGo(event.type === 'pointerdown' ? span.top : share * height);
  }

  const here = monthAt(months, at);
  return (
    <div
      ref={track}
      className={styles.track}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(event);
      }}
      onPointerMove={seek}
      onPointerLeave={() => setHovered(undefined)}
    >
      {years(months).map((span) => (
        <span
          key={span.bucket}
          className={styles.year}
          style={{ top: `${(span.top / height) * 100}%` }}
        >
          {span.bucket.slice(0, 4)}
        </span>
      ))}
      {here && (
        <span
          className={styles.here}
          style={{ top: `${Math.min(Math.max(at / height, 0), 1) * 100}%` }}
        />
      )}
      {hovered && (
        <span className={styles.label} style={{ top: `${hovered.top}%` }}>
          {monthName(hovered.span.bucket)}
        </span>
      )}
    </div>
  );
}
