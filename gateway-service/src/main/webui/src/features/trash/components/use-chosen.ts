import { useMemo, useState } from 'react';
import type { TrashedTile } from '../lib/trash';

/** Which of the tiles shown are selected; what is gone is no longer. */
export function useChosen(tiles: readonly TrashedTile[]) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string>();
  const chosen = useMemo(
    () => tiles.filter(({ id }) => picked.has(id)).map(({ id }) => id),
    [tiles, picked],
  );

  function between(id: string): string[] {
    const order = tiles.map((tile) => tile.id);
    const start = order.indexOf(anchor ?? id);
    const end = order.indexOf(id);
    return start < 0 ? [id] : order.slice(Math.min(start, end), Math.max(start, end) + 1);
  }

  function select(id: string, range: boolean) {
    const next = new Set(picked);
    if (range) between(id).forEach((other) => next.add(other));
    else if (!next.delete(id)) next.add(id);
    setPicked(next);
    setAnchor(id);
  }

  return {
    chosen,
    isChosen: (id: string) => picked.has(id),
    select,
    selectAll: () => setPicked(new Set(tiles.map(({ id }) => id))),
    clear: () => setPicked(new Set()),
  };
}
