import { memo, useSyncExternalStore } from 'react';
import { formatDay, formatMonth, formatShortDay } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { DayGroup, Line } from '../../lib/layout';
import { dayOf, type Tile } from '@/components/media/tile';
import { checkMark } from './check-mark';
import { useGrid } from './grid-context';
import styles from './timeline-line.module.css';
import { TileSketch, TimelineTile } from './timeline-tile';

interface TimelineLineProps {
  line: Line;
  /** In the whole timeline. */
  top: number;
  dayHeight: number;
  /** Only colours for now. */
  sketched: boolean;
  tilesOfDay: (day: string) => readonly Tile[];
}

interface DayTitleProps {
  group: DayGroup;
  tilesOfDay: (day: string) => readonly Tile[];
}

function DayTitle({ group, tilesOfDay }: DayTitleProps) {
  const { selection, toggleAll } = useGrid();
  const mark = useSyncExternalStore(selection.subscribe, () =>
    selection.day(() => tilesOfDay(group.day)),
  );
  const clock = new Date(`${group.day}T00:00:00Z`);
  const day = formatDay(clock);
  const selecting = mark !== 'none';
  return (
    <>
      <h3 className={styles.title} title={day}>
        {formatShortDay(clock)}
      </h3>
      <button
        type="button"
        role="checkbox"
        aria-checked={mark === 'some' ? 'mixed' : mark === 'all'}
        aria-label={texts.library.selectDay(day)}
        className={styles.select}
        data-selecting={selecting || undefined}
        onClick={() => toggleAll(tilesOfDay(group.day))}
      >
        {checkMark}
      </button>
    </>
  );
}

/** One row of pictures with the days it shows above it. */
export const TimelineLine = memo(function TimelineLine(props: TimelineLineProps) {
  const { line, top, dayHeight, sketched, tilesOfDay } = props;
  const { titleHeight } = line;
  const Picture = sketched ? TileSketch : TimelineTile;
  return (
    <div className={styles.line} style={{ top, height: line.height }}>
      {line.groups.map((group) => (
        <div key={group.day}>
          {group.month !== undefined && (
            <h2
              className={styles.month}
              style={{ left: group.left, width: group.width, height: titleHeight - dayHeight }}
            >
              {monthName(group.month)}
            </h2>
          )}
          {group.titled && (
            <div
              className={styles.header}
              style={{
                top: titleHeight - dayHeight,
                left: group.left,
                width: group.width,
                height: dayHeight,
              }}
            >
              {!sketched && <DayTitle group={group} tilesOfDay={tilesOfDay} />}
            </div>
          )}
          {group.tiles.map(({ tile, left, width }) => (
            <Picture
              key={tile.id}
              tile={tile}
              left={group.left + left}
              top={titleHeight}
              width={width}
              height={line.rowHeight}
            />
          ))}
        </div>
      ))}
    </div>
  );
});

/** `March 2019` for `2019-03`. */
export function monthName(bucket: string): string {
  return formatMonth(new Date(`${bucket}-01T00:00:00Z`));
}

const days = new WeakMap<readonly Tile[], ReadonlyMap<string, Tile[]>>();

function daysOf(month: readonly Tile[]): ReadonlyMap<string, Tile[]> {
  const byDay = new Map<string, Tile[]>();
  for (const tile of month) {
    const day = dayOf(tile);
    const others = byDay.get(day);
    if (others) others.push(tile);
    else byDay.set(day, [tile]);
  }
  days.set(month, byDay);
  return byDay;
}

/** All of one day among a month's, however many lines it fills. */
export function tilesOn(day: string, month: readonly Tile[]): readonly Tile[] {
  return (days.get(month) ?? daysOf(month)).get(day) ?? [];
}
