import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showToast, ToastRegion } from './toast';
import { toasts } from './toast-store';

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  act(() => toasts.clear());
  vi.useRealTimers();
});

function show(message: Parameters<typeof showToast>[0]) {
  act(() => {
    showToast(message);
  });
}

it('readsAMessageOutAndTakesItAway', () => {
  render(<ToastRegion />);
  show({ text: '3 items archived', seconds: 5 });
  expect(screen.getByRole('status', { name: 'Messages' }).textContent).toContain('3 items');
  act(() => vi.advanceTimersByTime(5_100));
  expect(screen.queryByText('3 items archived')).toBeNull();
});

it('staysWhileItHasTheFocus', async () => {
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  render(<ToastRegion />);
  show({ text: 'Gone soon', seconds: 5, action: { label: 'Undo', run: () => undefined } });
  await user.tab();
  act(() => vi.advanceTimersByTime(60_000));
  expect(screen.getByText('Gone soon')).toBeTruthy();
});

it('actsOnceByButtonOrKey', async () => {
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  const run = vi.fn();
  render(
    <>
      <input aria-label="Title" />
      <ToastRegion />
    </>,
  );
  show({ text: 'Moved', action: { label: 'Undo', run } });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  show({ text: 'Moved again', action: { label: 'Undo', run, undoes: true } });
  await user.click(screen.getByRole('textbox'));
  await user.keyboard('{Control>}z{/Control}');
  expect(run).toHaveBeenCalledTimes(1);
  act(() => screen.getByRole<HTMLInputElement>('textbox').blur());
  await user.keyboard('{Control>}zz{/Control}');
  expect(run).toHaveBeenCalledTimes(2);
  expect(screen.queryByText('Moved again')).toBeNull();
});

it('undoesNothingByKeyThatIsNoUndo', async () => {
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  const undo = vi.fn();
  const reload = vi.fn();
  render(<ToastRegion />);
  show({ text: 'Moved', action: { label: 'Undo', run: undo, undoes: true } });
  show({ text: 'A new version is there', action: { label: 'Reload', run: reload } });

  await user.keyboard('{Control>}z{/Control}');

  expect(undo).toHaveBeenCalledOnce();
  expect(reload).not.toHaveBeenCalled();
});

it('showsInTheUppermostRegionOnly', () => {
  const below = <ToastRegion />;
  const { rerender } = render(below);
  show({ text: 'Hello', key: 'one' });
  rerender(
    <>
      {below}
      <section aria-label="Dialog">
        <ToastRegion />
      </section>
    </>,
  );
  expect(screen.getByRole('region', { name: 'Dialog' }).textContent).toContain('Hello');
  show({ text: 'Goodbye', key: 'one' });
  expect(screen.queryByText('Hello')).toBeNull();
  rerender(below);
  expect(screen.getByText('Goodbye')).toBeTruthy();
});
