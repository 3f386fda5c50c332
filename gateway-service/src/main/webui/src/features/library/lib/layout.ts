import { dayOf, type Tile, tileClock } from '@/components/media/tile';

export interface Section {
  bucket: string;
  count: number;
  /** Absent until the bucket has been fetched; its height is then an estimate. */
  tiles: Tile[] | undefined;
}

export interface LayoutOptions {
  width: number;
  rowHeight: number;
  gap: number;
  /** Between the days that share a line. */
  dayGap: number;
  headerHeight: number;
  monthHeight: number;
  /** Below each line. */
  lineGap: number;
  /** Room for a title above a single narrow picture. */
  minDayWidth: number;
  minMonthWidth: number;
}

export interface PlacedTile {
  tile: Tile;
  left: number;
  width: number;
}

export interface DayGroup {
  day: string;
  /** False on the second and later lines of a day. */
  titled: boolean;
  /** The bucket that begins here, if one does. */
  month: string | undefined;
  left: number;
  width: number;
  tiles: PlacedTile[];
}

export interface Line {
  type: 'line';
  key: string;
  top: number;
  height: number;
  rowHeight: number;
  /** Of the titles above the pictures. */
  titleHeight: number;
  groups: DayGroup[];
}

export interface Placeholder {
  type: 'placeholder';
  key: string;
  top: number;
  height: number;
  bucket: string;
}

/** Its top is measured from its cluster's. */
export type Block = Line | Placeholder;

/** Where a month lies, title included; short months may share a line. */
export interface Span {
  bucket: string;
  top: number;
  height: number;
}

/** Months that share lines, laid out by themselves: loading one moves nothing in another. */
export interface Cluster {
  blocks: Block[];
  months: Span[];
  height: number;
}

export interface PlacedCluster {
  cluster: Cluster;
  top: number;
}

export interface PlacedBlock {
  block: Block;
  top: number;
}

export interface Layout {
  clusters: PlacedCluster[];
  months: Span[];
  height: number;
}

/** Extremes are cropped by the tile rather than allowed to break the row. */
const minRatio = 0.45;
const maxRatio = 3;
/** How far a row may grow above the target to fill the width. */
const maxGrowth = 1.3;
const estimatedRatio = 1.3;

export function clampRatio(ratio: number): number {
  return Number.isFinite(ratio) && ratio > 0 ? Math.min(maxRatio, Math.max(minRatio, ratio)) : 1;
}

const dayMs = 86_400_000;

interface Day {
  day: string;
  tiles: Tile[];
}

function byDay(tiles: Tile[]): Day[] {
  const days: Day[] = [];
  let number = Number.NaN;
  for (const tile of tiles) {
    // Writing a day out takes longer than all else here, so it is done once for each.
    const next = Math.floor(tileClock(tile).getTime() / dayMs);
    const last = days.at(-1);
    if (last && next === number) last.tiles.push(tile);
    else days.push({ day: dayOf(tile), tiles: [tile] });
    number = next;
  }
  return days;
}

function ratioSum(tiles: Tile[]): number {
  return tiles.reduce((sum, tile) => sum + clampRatio(tile.ratio), 0);
}

function naturalWidth(tiles: Tile[], options: LayoutOptions): number {
  return ratioSum(tiles) * options.rowHeight + (tiles.length - 1) * options.gap;
}

/** Cuts a day into rows, each as near to the target height as filling the width allows. */
export function cutRows(tiles: Tile[], options: LayoutOptions): Tile[][] {
  const rows: Tile[][] = [];
  let row: Tile[] = [];
  for (const tile of tiles) {
    const longer = [...row, tile];
    const overflow = naturalWidth(longer, options) - options.width;
    if (row.length > 0 && overflow > 0) {
      const slack = options.width - naturalWidth(row, options);
      if (overflow > slack) {
        rows.push(row);
        row = [tile];
        continue;
      }
      rows.push(longer);
      row = [];
      continue;
    }
    row = longer;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

interface OpenGroup {
  day: string;
  titled: boolean;
  month: string | undefined;
  tiles: Tile[];
}

/** As wide as its pictures, or its title where that is wider. */
function groupWidth(group: OpenGroup, height: number, options: LayoutOptions): number {
  const pictures = ratioSum(group.tiles) * height + (group.tiles.length - 1) * options.gap;
  if (group.month !== undefined) return Math.max(pictures, options.minMonthWidth);
  return group.titled ? Math.max(pictures, options.minDayWidth) : pictures;
}

function lineWidth(groups: OpenGroup[], height: number, options: LayoutOptions): number {
  const days = groups.reduce((sum, group) => sum + groupWidth(group, height, options), 0);
  return days + (groups.length - 1) * options.dayGap;
}

/** The height at which these groups fill the line exactly; the target where that is too high. */
function fittingHeight(groups: OpenGroup[], options: LayoutOptions): number {
  const ratios = groups.reduce((sum, group) => sum + ratioSum(group.tiles), 0);
  const spare = options.width - lineWidth(groups, options.rowHeight, options);
  const height = options.rowHeight + spare / ratios;
  if (height > options.rowHeight * maxGrowth) return options.rowHeight;
  // A narrow day that grows into its title's room leaves the line a little short, never too long.
  const excess = lineWidth(groups, height, options) - options.width;
  return excess > 0 ? height - excess / ratios : height;
}

function placeGroup(
  group: OpenGroup,
  left: number,
  height: number,
  options: LayoutOptions,
): DayGroup {
  let offset = 0;
  const tiles = group.tiles.map((tile) => {
    const width = clampRatio(tile.ratio) * height;
    const placed = { tile, left: offset, width };
    offset += width + options.gap;
    return placed;
  });
  const width = groupWidth(group, height, options);
  return { ...group, left, width, tiles };
}

/** Months this short are shown side by side. */
const shortMonth = 4;
const maxCluster = 12;

/** Runs of short months, and each longer month by itself; known before anything is loaded. */
function clusters(sections: Section[]): Section[][] {
  const found: Section[][] = [];
  for (const section of sections) {
    const last = found.at(-1);
    const joins = section.count <= shortMonth && (last?.[0]?.count ?? Infinity) <= shortMonth;
    if (last && joins && last.length < maxCluster) last.push(section);
    else found.push([section]);
  }
  return found;
}

/** Lays out one cluster. */
class Flow {
  private readonly blocks: Block[] = [];
  private readonly months: Span[] = [];
  private open: OpenGroup[] = [];
  private top = 0;
  private readonly options: LayoutOptions;

  constructor(options: LayoutOptions) {
    this.options = options;
  }

  layOut(sections: Section[]): Cluster {
    const loaded = sections.every((section) => section.tiles);
    for (const { bucket, count, tiles } of sections) {
      if (!loaded || !tiles) this.reserve(bucket, count);
      else byDay(tiles).forEach((day, index) => this.addDay(day, index === 0 ? bucket : undefined));
    }
    this.close();
    return { blocks: this.blocks, months: this.months, height: this.top };
  }

  /** A short day joins the open line, a long one gets rows of its own. */
  private addDay({ day, tiles }: Day, month: string | undefined): void {
    const rows = cutRows(tiles, this.options);
    if (rows.length > 1) this.close();
    rows.forEach((row, index) => {
      const first = index === 0;
      const group = { day, titled: first, month: first ? month : undefined, tiles: row };
      if (!this.fits(group)) this.close();
      this.open.push(group);
      if (rows.length > 1) this.close();
    });
  }

  private reserve(bucket: string, count: number): void {
    const { width, rowHeight, gap, headerHeight, monthHeight, lineGap } = this.options;
    const perLine = Math.max(1, Math.floor(width / (estimatedRatio * rowHeight + gap)));
    const lines = Math.ceil(count / perLine);
    const height = monthHeight + lines * (rowHeight + headerHeight + lineGap);
    const span = { bucket, top: this.top, height };
    this.blocks.push({ type: 'placeholder', key: bucket, ...span });
    this.months.push(span);
    this.top += height;
  }

  private fits(group: OpenGroup): boolean {
    const { rowHeight, width } = this.options;
    return lineWidth([...this.open, group], rowHeight, this.options) <= width;
  }

  private close(): void {
    const first = this.open[0]?.tiles[0];
    if (!first) return;
    const { dayGap, headerHeight, monthHeight, lineGap } = this.options;
    const rowHeight = fittingHeight(this.open, this.options);
    let left = 0;
    const groups = this.open.map((group) => {
      const placed = placeGroup(group, left, rowHeight, this.options);
      left += placed.width + dayGap;
      return placed;
    });
    const days = groups.some((group) => group.titled) ? headerHeight : 0;
    const titleHeight = days + (groups.some((group) => group.month) ? monthHeight : 0);
    const height = titleHeight + rowHeight;
    const { top } = this;
    this.blocks.push({ type: 'line', key: first.id, top, height, rowHeight, titleHeight, groups });
    this.top += height + lineGap;
    this.measureMonths(groups, top);
    this.open = [];
  }

  /** The month so far reaches to here; those that begin here begin at the line's top. */
  private measureMonths(groups: DayGroup[], top: number): void {
    const last = this.months.at(-1);
    if (last && groups[0]?.month === undefined) last.height = this.top - last.top;
    for (const { month } of groups) {
      if (month !== undefined) this.months.push({ bucket: month, top, height: this.top - top });
    }
  }
}

interface Kept {
  options: LayoutOptions;
  sections: Section[];
  cluster: Cluster;
}

function isSame(kept: Kept, options: LayoutOptions, sections: Section[]): boolean {
  return (
    kept.options === options &&
    kept.sections.length === sections.length &&
    kept.sections.every(({ bucket, count, tiles }, index) => {
      const other = sections[index];
      return other?.bucket === bucket && other.count === count && other.tiles === tiles;
    })
  );
}

/** What was laid out before, by the cluster's first bucket: of a large library little changes. */
export class LayoutCache {
  private readonly kept = new Map<string, Kept>();

  layOut(sections: Section[], options: LayoutOptions): Cluster {
    const name = sections[0]?.bucket ?? '';
    const kept = this.kept.get(name);
    if (kept && isSame(kept, options, sections)) return kept.cluster;
    const cluster = new Flow(options).layOut(sections);
    this.kept.set(name, { options, sections, cluster });
    return cluster;
  }
}

/** Places every bucket from the newest down; linear in the tiles that came since last time. */
export function layOut(
  sections: Section[],
  options: LayoutOptions,
  cache = new LayoutCache(),
): Layout {
  const layout: Layout = { clusters: [], months: [], height: 0 };
  for (const part of clusters(sections)) {
    const cluster = cache.layOut(part, options);
    const top = layout.height;
    layout.clusters.push({ cluster, top });
    for (const span of cluster.months) layout.months.push({ ...span, top: top + span.top });
    layout.height += cluster.height;
  }
  return layout;
}

/** The first of things in order from the top that ends below `from`, by bisection. */
function firstBelow<T>(things: T[], from: number, bottomOf: (thing: T) => number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && bottomOf(thing) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function within(placed: PlacedCluster, from: number, to: number): PlacedBlock[] {
  const { blocks } = placed.cluster;
  const first = firstBelow(blocks, from - placed.top, (block) => block.top + block.height);
  const visible: PlacedBlock[] = [];
  for (let index = first; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || placed.top + block.top >= to) break;
    visible.push({ block, top: placed.top + block.top });
  }
  return visible;
}

/** The blocks that touch the window [from, to). */
export function visibleBlocks(layout: Layout, from: number, to: number): PlacedBlock[] {
  const { clusters: placed } = layout;
  const visible: PlacedBlock[] = [];
  const bottom = ({ top, cluster }: PlacedCluster) => top + cluster.height;
  for (let index = firstBelow(placed, from, bottom); index < placed.length; index++) {
    const next = placed[index];
    if (!next || next.top >= to) break;
    visible.push(...within(next, from, to));
  }
  return visible;
}

/**
 * The months that touch the window [from, to), and those laid out together with them: none of a
 * cluster is shown before all of it is there.
 */
export function visibleMonths(layout: Layout, from: number, to: number): string[] {
  return layout.clusters
    .filter(({ top, cluster }) => top < to && top + cluster.height > from)
    .flatMap(({ cluster }) => cluster.months.map(({ bucket }) => bucket));
}

/** The month at a height. */
export function monthAt(months: readonly Span[], top: number): Span | undefined {
  return months.findLast((span) => span.top <= top) ?? months[0];
}
