import type { KeyboardEvent } from 'react';
import { findTileElement, firstInSight, tileElements } from './tile-elements';

/** Distance from the window's top of what is scrolled to: the app's bar covers that much. */
export const topMargin = 96;

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function centre(element: Element) {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** An arrow to the side enters the grid where nothing in it has the focus; up and down scroll. */
export function enterGrid(grid: HTMLElement | undefined): void {
  if (grid) firstInSight(grid, topMargin)?.focus();
}

/** Moves the focus to the next tile in an arrow's direction; sideways also around the line's end. */
export function moveTileFocus(event: KeyboardEvent<HTMLElement>): void {
  const direction = directions[event.key];
  const current = findTileElement(event.target);
  if (!direction || !current || event.altKey || event.ctrlKey || event.metaKey) return;
  const tiles = tileElements(event.currentTarget);
  const next =
    direction[1] === 0
      ? tiles[tiles.indexOf(current) + direction[0]]
      : nearest(tiles, current, direction[1]);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function nearest(tiles: HTMLElement[], current: HTMLElement, down: number) {
  const from = centre(current);
  const minStep = current.getBoundingClientRect().height / 2;
  const distance = (tile: HTMLElement) => {
    const to = centre(tile);
    return Math.abs(to.y - from.y) * 4 + Math.abs(to.x - from.x);
  };
  return tiles
    .filter((tile) => (centre(tile).y - from.y) * down > minStep)
    .sort((a, b) => distance(a) - distance(b))[0];
}
