import { Check } from 'lucide-react';
import { formatDay, formatMonth, formatShortDay } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { DayGroup, Line } from '../../lib/layout';
import { dayOf, type Tile } from '../../lib/tile';
import { useGrid } from './grid-context';
import styles from './timeline-line.module.css';
import { TimelineTile } from './timeline-tile';

interface TimelineLineProps {
  line: Line;
  dayHeight: number;
  tilesByDay: ReadonlyMap<string, Tile[]>;
}

function DayTitle({ group, tiles }: { group: DayGroup; tiles: Tile[] }) {
  const { selection, dispatch } = useGrid();
  const clock = new Date(`${group.day}T00:00:00Z`);
  const day = formatDay(clock);
  const ids = tiles.map((tile) => tile.id);
  const count = ids.filter((id) => selection.ids.has(id)).length;
  const all = count === ids.length;
  return (
    <>
      <h3 className={styles.title} title={day}>
        {formatShortDay(clock)}
      </h3>
      <button
        type="button"
        role="checkbox"
        aria-checked={all || (count > 0 ? 'mixed' : false)}
        aria-label={texts.library.selectDay(day)}
        className={styles.select}
        data-selecting={selection.ids.size > 0 || undefined}
        onClick={() => dispatch({ type: 'toggleAll', ids })}
      >
        <Check size={14} strokeWidth={3} aria-hidden="true" />
      </button>
    </>
  );
}

/** One row of pictures with the days it shows above it. */
export function TimelineLine({ line, dayHeight, tilesByDay }: TimelineLineProps) {
  const { titleHeight } = line;
  return (
    <div className={styles.line} style={{ top: line.top, height: line.height }}>
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
              <DayTitle group={group} tiles={tilesByDay.get(group.day) ?? []} />
            </div>
          )}
          {group.tiles.map(({ tile, left, width }) => (
            <TimelineTile
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
}

/** `March 2019` for `2019-03`. */
export function monthName(bucket: string): string {
  return formatMonth(new Date(`${bucket}-01T00:00:00Z`));
}

export function groupByDay(tiles: readonly Tile[]): ReadonlyMap<string, Tile[]> {
  const days = new Map<string, Tile[]>();
  for (const tile of tiles) {
    const day = dayOf(tile);
    const known = days.get(day);
    if (known) known.push(tile);
    else days.set(day, [tile]);
  }
  return days;
}
