import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useFilters } from './components/use-filters';

const setQuery = vi.hoisted(() => vi.fn());
// An address that takes its time to change, as on a busy machine.
vi.mock('react-router', () => ({
  useSearchParams: () => [new URLSearchParams('q=danu'), setQuery],
}));

afterEach(() => vi.useRealTimers());

it('keepsWhatWasPickedWhileTheAddressIsOnItsWay', () => {
  vi.useFakeTimers();
  const { result } = renderHook(useFilters);
  act(() => result.current.change({ q: '', tag: 'Danube' }));
  act(() => vi.advanceTimersByTime(1_000));
  expect(setQuery.mock.calls).toEqual([['tag=Danube', { replace: false }]]);
});
