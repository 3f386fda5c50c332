import { describe, expect, it } from 'vitest';
import { blocksWithin, layRows } from './rows';
import type { Tile } from './tile';

const options = { width: 1_000, rowHeight: 200, gap: 6, titleHeight: 50 };

function tiles(...ratios: number[]): Tile[] {
  return ratios.map((ratio, index) => ({ id: String(index), ratio }) as Tile);
}

describe('rows', () => {
  it('fill the width to the pixel, but for the last', () => {
    const given = tiles(...Array.from({ length: 40 }, (_, index) => 0.6 + (index % 7) * 0.3));
    const { blocks } = layRows([{ key: 'all', tiles: given }], options);
    const rows = blocks.filter((block) => block.type === 'row');
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows.slice(0, -1)) {
      const last = row.tiles.at(-1);
      expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(1_000, 6);
      expect(row.height).toBeGreaterThan(120);
      expect(row.height).toBeLessThan(320);
    }
    expect(rows.flatMap((row) => row.tiles.map(({ tile }) => tile.id))).toEqual(
      given.map(({ id }) => id),
    );
  });

  it('keep a lone picture at its size, and extremes within bounds', () => {
    const { blocks } = layRows([{ key: 'one', tiles: tiles(40) }], options);
    expect(blocks).toMatchObject([{ height: 200, tiles: [{ width: 600 }] }]);
  });

  it('stand under their titles, one below the other', () => {
    const groups = ['a', 'b'].map((key) => ({ key, title: key, tiles: tiles(1) }));
    const { blocks, height } = layRows(groups, options);
    expect(blocks.map(({ type, top }) => [type, top])).toEqual([
      ['title', 0],
      ['row', 50],
      ['title', 256],
      ['row', 306],
    ]);
    expect(height).toBe(512);
  });

  it('are none before the width is known', () => {
    expect(layRows([{ key: 'all', tiles: tiles(1) }], { ...options, width: 0 }).height).toBe(0);
  });

  it('are found by the part of the page that is in sight', () => {
    const given = tiles(...Array.from({ length: 2_000 }, () => 1.5));
    const { blocks, height } = layRows([{ key: 'all', tiles: given }], options);
    const seen = blocksWithin(blocks, height / 2, height / 2 + 800);
    expect(seen.length).toBeLessThan(7);
    expect(seen[0]?.top).toBeLessThanOrEqual(height / 2);
    expect(blocksWithin(blocks, height + 1, height + 800)).toEqual([]);
  });
});
