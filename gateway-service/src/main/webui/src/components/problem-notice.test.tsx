import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pollAfter } from '@/lib/api/query-client';
import { ProblemError, readProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import { ProblemNotice } from './problem-notice';

function tooOften(retryAfter: string): ProblemError {
  const response = new Response(null, { status: 429, headers: { 'Retry-After': retryAfter } });
  return new ProblemError(readProblem(response, { code: 'rate-limited' }));
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a call that came too often', () => {
  it('is told with the time to wait, and offered again only then', () => {
    render(<ProblemNotice error={tooOften('42')} onRetry={() => undefined} />);
    const retry = screen.getByRole('button', { name: texts.app.tryAgain }) as HTMLButtonElement;
    expect(screen.getAllByText(texts.problems.tryAgainIn('42 seconds'))).toHaveLength(2);
    expect(retry.disabled).toBe(true);
    act(() => {
      vi.advanceTimersByTime(41_000);
    });
    expect(screen.getByText(texts.problems.tryAgainIn('1 second'))).toBeTruthy();
    act(() => {
      vi.advanceTimersByTime(1_000);
    });
    expect(screen.getByText(texts.problems.tryAgainNow)).toBeTruthy();
    expect(retry.disabled).toBe(false);
  });

  it('reads a date as well as seconds', () => {
    const at = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 60_000);
    const { retryAt } = tooOften(at.toUTCString()).problem;
    expect(retryAt).toBe(at.getTime());
  });

  it('is not polled again before its time', () => {
    expect(pollAfter(1_000, tooOften('30'))).toBe(30_000);
    expect(pollAfter(60_000, tooOften('30'))).toBe(60_000);
    expect(pollAfter(1_000, null)).toBe(1_000);
  });
});
