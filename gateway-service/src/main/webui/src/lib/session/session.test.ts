import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, unreachable } from '../problem';
import { type AccessToken, Session, type SessionNews } from './session';

function token(name: string, expiresIn = 900): AccessToken {
  return { accessToken: name, expiresIn };
}

/** A session whose refreshes are answered by hand. */
function newSession() {
  const refreshes: {
    give: (token: AccessToken | undefined) => void;
    fail: (error: Error) => void;
  }[] = [];
  const announced: SessionNews[] = [];
  let tell: (news: SessionNews) => void = () => undefined;
  const session = new Session({
    refresh: () =>
      new Promise((give, fail) => {
        refreshes.push({ give, fail });
      }),
    exclusive: (run) => run(),
    now: () => Date.now(),
    announce: (news) => {
      announced.push(news);
    },
    listen: (listener) => {
      tell = listener;
    },
  });
  return {
    session,
    refreshes,
    announced,
    hear: (news: SessionNews) => {
      tell(news);
    },
  };
}

describe('Session', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('refreshes once for all who ask at the same time', async () => {
    const { session, refreshes } = newSession();
    const asked = [session.token(), session.token(), session.refresh()];
    refreshes[0]?.give(token('one'));
    expect(await Promise.all(asked)).toEqual(['one', 'one', 'one']);
    expect(refreshes).toHaveLength(1);
  });

  it('keeps a token until shortly before it expires', async () => {
    const { session, refreshes } = newSession();
    session.adopt(token('one', 900));
    vi.setSystemTime(Date.now() + 869_000);
    expect(await session.token()).toBe('one');
    vi.setSystemTime(Date.now() + 2_000);
    const next = session.token();
    refreshes[0]?.give(token('two'));
    expect(await next).toBe('two');
  });

  it('renews the token by itself before it expires', async () => {
    const { session, refreshes } = newSession();
    session.adopt(token('one', 900));
    await vi.advanceTimersByTimeAsync(870_000);
    expect(refreshes).toHaveLength(1);
  });

  it('does not refresh again for a token that was already replaced', async () => {
    const { session, refreshes } = newSession();
    session.adopt(token('two'));
    expect(await session.refresh('one')).toBe('two');
    expect(refreshes).toHaveLength(0);
  });

  it('is signed out when there is no session to refresh', async () => {
    const { session, refreshes } = newSession();
    const started = session.start();
    refreshes[0]?.give(undefined);
    await started;
    expect(session.getStatus()).toBe('signed-out');
  });

  it('is unreachable, not signed out, when nobody answers at the start', async () => {
    const { session, refreshes } = newSession();
    const started = session.start();
    refreshes[0]?.fail(new ProblemError(unreachable));
    await started;
    expect(session.getStatus()).toBe('unreachable');
  });

  it('stays signed in when a later refresh is not answered', async () => {
    const { session, refreshes } = newSession();
    session.adopt(token('one', 900));
    await vi.advanceTimersByTimeAsync(870_000);
    refreshes[0]?.fail(new ProblemError(unreachable));
    await vi.advanceTimersByTimeAsync(0);
    expect(session.getStatus()).toBe('signed-in');
  });

  it('is not revived by a refresh that was on its way when it ended', async () => {
    const { session, refreshes } = newSession();
    session.adopt(token('one'));
    const late = session.refresh('one');
    session.end();
    refreshes[0]?.give(token('two'));
    expect(await late).toBeUndefined();
    expect(session.getStatus()).toBe('signed-out');
  });

  it('ends with any other tab', () => {
    const { session, hear } = newSession();
    session.adopt(token('one'));
    hear('signed-out');
    expect(session.getStatus()).toBe('signed-out');
  });

  it('begins with any other tab', async () => {
    const { session, refreshes, hear } = newSession();
    hear('signed-in');
    refreshes[0]?.give(token('one'));
    await vi.advanceTimersByTimeAsync(0);
    expect(session.getStatus()).toBe('signed-in');
  });

  it('tells the other tabs of its beginning and its end', () => {
    const { session, announced } = newSession();
    session.adopt(token('one'));
    session.end();
    expect(announced).toEqual(['signed-in', 'signed-out']);
  });
});
