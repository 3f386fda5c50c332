import { describe, expect, it } from 'vitest';
import { anchorAt, topOf } from './anchor';
import { type Line, layOut, type LayoutOptions, type Section, visibleBlocks } from './layout';
import type { Tile } from './tile';

const options: LayoutOptions = {
  width: 1000,
  rowHeight: 200,
  gap: 4,
  dayGap: 20,
  headerHeight: 30,
  monthHeight: 40,
  lineGap: 10,
  minDayWidth: 100,
  minMonthWidth: 160,
};

function tile(id: string, day: string, ratio = 1.5): Tile {
  return {
    id,
    kind: 'PHOTO',
    state: 'READY',
    ratio,
    takenAt: `${day}T12:00:00.000Z`,
    utcOffsetMinutes: 0,
    durationMs: undefined,
    thumbhash: undefined,
    thumbnailUrl: undefined,
  };
}

function month(bucket: string, count: number, loaded = true): Section {
  const tiles = Array.from({ length: count }, (_, index) =>
    tile(`${bucket}-${index}`, `${bucket}-15`),
  );
  return { bucket, count, tiles: loaded ? tiles : undefined };
}

function lines(sections: Section[]): Line[] {
  return layOut(sections, options).blocks.filter((block) => block.type === 'line');
}

function right(line: Line): number {
  const group = line.groups.at(-1);
  return group ? group.left + group.width : 0;
}

describe('layOut', () => {
  it('fillsAllRowsOfALongDayButTheLast', () => {
    const rows = lines([month('2024-05', 14)]);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows.slice(0, -1)) expect(right(row)).toBeCloseTo(1000);
  });

  it('neverExceedsTheWidth', () => {
    const narrow = ['05', '04', '03', '02', '01'].map((day) => tile(day, `2024-05-${day}`, 0.4));
    const rows = lines([{ bucket: '2024-05', count: 5, tiles: narrow }, month('2024-04', 9)]);
    for (const row of rows) expect(right(row)).toBeLessThanOrEqual(1000.001);
  });

  it('letsShortMonthsShareALine', () => {
    const [line, ...rest] = lines([month('2024-05', 1), month('2024-04', 1)]);
    expect(rest).toEqual([]);
    expect(line?.groups.map((group) => group.month)).toEqual(['2024-05', '2024-04']);
  });

  it('movesNoPictureOfAMonthWhenItsNeighbourIsLoaded', () => {
    const rows = (loaded: boolean) =>
      lines([month('2024-05', 2, loaded), month('2024-04', 9), month('2024-03', 1, loaded)])
        .filter((line) => line.groups.some(({ day }) => day.startsWith('2024-04')))
        .map((line) => line.groups);
    expect(rows(true)).toEqual(rows(false));
  });

  it('reservesRoomForMonthsNotLoaded', () => {
    const { height, blocks } = layOut([month('2024-05', 500, false)], options);
    expect(blocks).toHaveLength(1);
    expect(height).toBeGreaterThan(100 * 200);
  });

  it('groupsByTheDayWhereThePhotoWasTaken', () => {
    const late = { ...tile('a', '2024-05-15'), takenAt: '2024-05-15T20:00:00.000Z' };
    const tiles = [{ ...late, utcOffsetMinutes: 540 }];
    expect(lines([{ bucket: '2024-05', count: 1, tiles }])[0]?.groups[0]?.day).toBe('2024-05-16');
  });

  it('breaksNothingOnStrangeRatios', () => {
    const tiles = [NaN, 0, -1, 100].map((ratio, index) => tile(`${index}`, '2024-05-15', ratio));
    for (const row of lines([{ bucket: '2024-05', count: 4, tiles }])) {
      expect(right(row)).toBeLessThanOrEqual(1000.001);
    }
  });
});

describe('visibleBlocks', () => {
  it('findsJustWhatTouchesTheWindow', () => {
    const { blocks } = layOut([month('2024-05', 200)], options);
    const seen = visibleBlocks(blocks, 3_000, 3_800);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.length).toBeLessThan(7);
    for (const block of seen) {
      expect(block.top).toBeLessThan(3_800);
      expect(block.top + block.height).toBeGreaterThan(3_000);
    }
  });
});

describe('topOf', () => {
  it('keepsAPictureInPlaceWhenTheMonthAboveItIsLoaded', () => {
    const before = layOut([month('2024-05', 300, false), month('2024-04', 60)], options);
    const after = layOut([month('2024-05', 300), month('2024-04', 60)], options);
    const old = before.blocks.find((block) => block.type === 'line');
    const anchor = anchorAt(before, (old?.top ?? 0) - 300, (old?.top ?? 0) + 500);
    const found = after.blocks.find((block) => block.key === old?.key);
    expect(found?.top).not.toBe(old?.top);
    expect(anchor && topOf(after, anchor)).toBe((found?.top ?? 0) - 300);
  });

  it('keepsTheShareOfAMonthThatIsLoadedUnderTheWindow', () => {
    const before = layOut([month('2024-05', 300, false)], options);
    const after = layOut([month('2024-05', 300)], options);
    const anchor = anchorAt(before, before.height / 2, before.height);
    expect(anchor && topOf(after, anchor)).toBeCloseTo((after.months[0]?.height ?? 0) / 2);
  });
});
