import { firstInSight } from '@/components/media/tile-elements';
import { topMargin } from './use-steady-scroll';

/** An arrow to the side enters the grid where nothing in it has the focus; up and down scroll. */
export function enterGrid(grid: HTMLElement | undefined): void {
  if (grid) firstInSight(grid, topMargin)?.focus();
}
