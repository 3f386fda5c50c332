/** The tile's link that holds an element, or lies beside it in the same tile. */
export function findTileElement(target: EventTarget | null): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  const box = target.closest('[data-tile-box]');
  return box?.querySelector<HTMLElement>('[data-tile]') ?? undefined;
}

export function tileElements(grid: Element): HTMLElement[] {
  return [...grid.querySelectorAll<HTMLElement>('[data-tile]')];
}

/** The tile with the focus, else the one under the pointer. */
export function currentTileElement(grid: Element): HTMLElement | undefined {
  const focused = findTileElement(document.activeElement);
  if (focused && grid.contains(focused)) return focused;
  return findTileElement(grid.querySelector('[data-tile-box]:hover'));
}

/** The first tile whose top is below the app's bar. */
export function firstInSight(grid: Element, below: number): HTMLElement | undefined {
  return tileElements(grid).find((tile) => tile.getBoundingClientRect().bottom > below + 24);
}
