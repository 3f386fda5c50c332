import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { monthAt, type Span } from '../../lib/layout';
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
/** Labels nearer than this would cover each other. */
const minLabelShare = 0.035;
/** How long a finger's handle stays after scrolling has ended. */
const lingerMs = 1_600;

/** The first month shown of each year, as far as there is room for their labels. */
function years(months: readonly Span[], height: number): Span[] {
  const shown: Span[] = [];
  for (const [index, span] of months.entries()) {
    if (span.bucket.slice(0, 4) === months[index - 1]?.bucket.slice(0, 4)) continue;
    const last = shown.at(-1);
    if (!last || (span.top - last.top) / height >= minLabelShare) shown.push(span);
  }
  return shown;
}

/** True from each change of a value until a little while after the last. */
function useLingering(value: number): boolean {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), lingerMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled !== value;
}

/**
 * The timeline's years at the edge of the window; a pointer goes to any month, and a finger drags
 * the handle that scrolling brings out. Pointers only: the keyboard has M and Y for it.
 */
export function MonthScrubber({ months, height, at, onGo }: MonthScrubberProps) {
  const track = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<{ top: number; span: Span }>();
  const [dragging, setDragging] = useState(false);
  const scrolling = useLingering(at);
  if (height < minHeight) return null;

  function seek(event: PointerEvent) {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const share = Math.min(Math.max((event.clientY - box.top) / box.height, 0), 0.999);
    const span = monthAt(months, share * height);
    if (!span) return;
    setHovered({ top: share * 100, span });
    // A click means a month; a finger takes the handle as it is.
    const click = event.type === 'pointerdown' && event.pointerType === 'mouse';
    if (event.buttons > 0) onGo(click ? span.top : share * height);
  }

  function leave() {
    setHovered(undefined);
    setDragging(false);
  }

  const here = Math.min(Math.max(at / height, 0), 1) * 100;
  return (
    <div
      ref={track}
      className={styles.track}
      aria-hidden="true"
      data-active={(scrolling && at > 0) || dragging || undefined}
      data-dragging={dragging || undefined}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
        seek(event);
      }}
      onPointerMove={seek}
      onPointerUp={(event) => {
        setDragging(false);
        if (event.pointerType !== 'mouse') setHovered(undefined);
      }}
      onPointerCancel={leave}
      onPointerLeave={leave}
    >
      {years(months, height).map((span) => (
        <span
          key={span.bucket}
          className={styles.year}
          style={{ top: `${(span.top / height) * 100}%` }}
        >
          {span.bucket.slice(0, 4)}
        </span>
      ))}
      <span className={styles.here} style={{ top: `${here}%` }} />
      <span className={styles.handle} style={{ top: `${here}%` }} />
      {hovered && (
        <span className={styles.label} style={{ top: `${hovered.top}%` }}>
          {monthName(hovered.span.bucket)}
        </span>
      )}
    </div>
  );
}
