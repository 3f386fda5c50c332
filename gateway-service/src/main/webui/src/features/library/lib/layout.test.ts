import { describe, expect, it } from 'vitest';
import { anchorAt, topOf } from './anchor';
import {
  type Layout,
  LayoutCache,
  type Line,
  layOut,
  type LayoutOptions,
  type Section,
  visibleBlocks,
  visibleMonths,
} from './layout';
import { someMonth, someTile } from './tile-fixture';

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

const tile = (id: string, day: string, ratio = 1.5) => someTile(id, day, { ratio });
const month = someMonth;

function blocksOf(layout: Layout) {
  return visibleBlocks(layout, 0, layout.height);
}

function lines(sections: Section[]): Line[] {
  return blocksOf(layOut(sections, options))
    .map(({ block }) => block)
    .filter((block) => block.type === 'line');
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
    const layout = layOut([month('2024-05', 500, false)], options);
    expect(blocksOf(layout)).toHaveLength(1);
    expect(layout.height).toBeGreaterThan(100 * 200);
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
    const layout = layOut([month('2024-06', 30), month('2024-05', 200)], options);
    const seen = visibleBlocks(layout, 3_000, 3_800);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.length).toBeLessThan(7);
    for (const { block, top } of seen) {
      expect(top).toBeLessThan(3_800);
      expect(top + block.height).toBeGreaterThan(3_000);
    }
  });
});

describe('topOf', () => {
  it('keepsAPictureInPlaceWhenTheMonthAboveItIsLoaded', () => {
    const before = layOut([month('2024-05', 300, false), month('2024-04', 60)], options);
    const after = layOut([month('2024-05', 300), month('2024-04', 60)], options);
    const old = blocksOf(before).find(({ block }) => block.type === 'line');
    const anchor = anchorAt(before, (old?.top ?? 0) - 300, (old?.top ?? 0) + 500);
    const found = blocksOf(after).find(({ block }) => block.key === old?.block.key);
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

describe('LayoutCache', () => {
  it('laysOutOnlyWhatCameSinceLastTime', () => {
    const cache = new LayoutCache();
    const months = Array.from({ length: 240 }, (_, index) => {
      const year = 2026 - Math.floor(index / 12);
      return month(`${year}-${String(12 - (index % 12)).padStart(2, '0')}`, 417);
    });
    const first = layOut(months, options, cache);
    const changed = months.map((section, at) =>
      at === 100 ? { ...section, tiles: section.tiles?.slice(1), count: 416 } : section,
    );
    const second = layOut(changed, options, cache);
    const same = second.clusters.filter(
      ({ cluster }, at) => cluster === first.clusters[at]?.cluster,
    );
    expect(same).toHaveLength(239);
    expect(second.clusters[100]?.cluster).not.toBe(first.clusters[100]?.cluster);
  });

  it('laysOutAnewForAnotherWidth', () => {
    const cache = new LayoutCache();
    const sections = [month('2024-05', 40)];
    const wide = layOut(sections, options, cache);
    expect(layOut(sections, { ...options, width: 400 }, cache).height).toBeGreaterThan(wide.height);
  });
});

describe('visibleMonths', () => {
  it('namesThoseInTheWindow', () => {
    const layout = layOut(
      [month('2024-05', 40), month('2024-04', 40), month('2024-03', 40)],
      options,
    );
    const [may, april] = layout.months;
    expect(visibleMonths(layout, 0, 10)).toEqual(['2024-05']);
    expect(visibleMonths(layout, (may?.height ?? 0) - 1, (april?.top ?? 0) + 1)).toEqual([
      '2024-05',
      '2024-04',
    ]);
  });

  it('namesAllThatCanOnlyBeShownTogether', () => {
    const names = ['2024-05', '2024-04', '2024-03', '2024-02', '2024-01'];
    const short = names.map((name) => month(name, 1, false));
    const layout = layOut([...short, month('2023-12', 40, false)], options);
    expect(visibleMonths(layout, 0, 10)).toEqual(names);
  });
});
