import type { TileGroup } from '@/components/media/rows';
import { type Tile, tilesOf } from '@/components/media/tile';
import type { SearchPage } from '@/lib/api/contract';
import { formatMonth } from '@/lib/format';

function monthName(bucket: string): string {
  return formatMonth(new Date(`${bucket}-01T00:00:00Z`));
}

/** The finds of all pages under their months, newest first. */
export function groupByMonth(pages: readonly SearchPage[]): TileGroup[] {
  const groups: { key: string; title: string; tiles: Tile[] }[] = [];
  for (const page of pages) {
    tilesOf(page, page.renditions).forEach((tile, row) => {
      const key = page.bucket[row] ?? '';
      const last = groups.at(-1);
      if (last?.key === key) last.tiles.push(tile);
      else groups.push({ key, title: monthName(key), tiles: [tile] });
    });
  }
  return groups;
}
