import { Check } from 'lucide-react';
import { formatDay, formatWeekday } from '@/lib/format';
import { texts } from '@/lib/texts';
import type { DayGroup, Line } from '../lib/layout';
import { dayOf, type Tile } from '../lib/tile';
import { useSelection } from './selection-context';
import styles from './timeline-line.module.css';
import { TimelineTile } from './timeline-tile';

interface TimelineLineProps {
  line: Line;
  headerHeight: number;
  tilesByDay: ReadonlyMap<string, Tile[]>;
}

function DayTitle({ group, tiles }: { group: DayGroup; tiles: Tile[] }) {
  const { selection, dispatch } = useSelection();
  const clock = new Date(`${group.day}T00:00:00Z`);
  const day = formatDay(clock);
  const ids = tiles.map((tile) => tile.id);
  const all = ids.every((id) => selection.ids.has(id));
  return (
    <>
      <h2 className={styles.title}>
        <span className={styles.day}>{day}</span>
        <span className={styles.weekday}>{formatWeekday(clock)}</span>
      </h2>
      <button
        type="button"
        role="checkbox"
        aria-checked={all}
        aria-label={texts.library.selectDay(day)}
        className={styles.select}
        onClick={() => dispatch({ type: 'toggleAll', ids })}
      >
        <Check size={14} strokeWidth={3} aria-hidden="true" />
      </button>
    </>
  );
}

/** One row of pictures with the days it shows above it. */
export function TimelineLine({ line, headerHeight, tilesByDay }: TimelineLineProps) {
  const top = line.groups.some((group) => group.titled) ? headerHeight : 0;
  return (
    <div className={styles.line} style={{ top: line.top, height: line.height }}>
      {line.groups.map((group) => (
        <div key={group.day}>
          {group.titled && (
            <div
              className={styles.header}
              style={{ left: group.left, width: group.width, height: headerHeight }}
            >
              <DayTitle group={group} tiles={tilesByDay.get(group.day) ?? []} />
            </div>
          )}
          {group.tiles.map(({ tile, left, width }) => (
            <TimelineTile
              key={tile.id}
              tile={tile}
              left={group.left + left}
              top={top}
              width={width}
              height={line.rowHeight}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

export function groupByDay(tiles: readonly Tile[]): ReadonlyMap<string, Tile[]> {
  return Map.groupBy(tiles, dayOf);
}
