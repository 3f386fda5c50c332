import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useSketches } from './use-sketches';

const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `line ${from + index}`);

function draw(keys: string[], flying: boolean) {
  return renderHook((grid) => useSketches(grid.keys, grid.flying), {
    initialProps: { keys, flying },
  });
}

it('drawsTheFirstScreenAtOnce', () => {
  expect(draw(lines(0, 6), false).result.current.size).toBe(0);
});

it('sketchesWhatIsFlownOverAndKeepsWhatWasDrawn', () => {
  const { result, rerender } = draw(lines(0, 4), false);
  rerender({ keys: lines(2, 6), flying: true });
  expect([...result.current]).toEqual(lines(4, 6));
});

it('drawsALineAFrameOnceItIsCalm', () => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] });
  const { result, rerender } = draw(lines(0, 4), false);
  rerender({ keys: lines(10, 13), flying: true });
  rerender({ keys: lines(10, 13), flying: false });
  for (const left of [2, 1, 0]) {
    act(() => vi.advanceTimersToNextFrame());
    expect(result.current.size).toBe(left);
  }
  vi.useRealTimers();
});
