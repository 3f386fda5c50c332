import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, unreachable } from '../problem';
import { type AccessToken, type Ending, Session, type SessionNews } from './session';

function token(name: string, expiresIn = 900): AccessToken {
  return { accessToken: name, expiresIn };
}

/** A token that says whose it is. */
function tokenOf(user: string): AccessToken {
  return token(`header.${btoa(JSON.stringify({ sub: user }))}.signature`);
}

/** A session whose refreshes are answered by hand. */
function newSession() {
  const refreshes: {
    give: (token: AccessToken | Ending) => void;
    fail: (error: Error) => void;
  }[] = [];
  const announced: SessionNews[] = [];
  const queue: Promise<unknown>[] = [Promise.resolve()];
  let tell: (news: SessionNews) => void = () => undefined;
  let wake: () => void = () => undefined;
  const session = new Session({
    refresh: () =>
      new Promise((give, fail) => {
        refreshes.push({ give, fail });
      }),
    exclusive: (run) => {
      const next = (queue.at(-1) ?? Promise.resolve()).then(run, run);
      queue.push(next.catch(() => undefined));
      return next;
    },
    now: () => Date.now(),
    announce: (news) => {
      announced.push(news);
    },
    listen: (listener) => {
      tell = listener;
    },
    onWake: (listener) => {
      wake = listener;
    },
  });
  return {
    session,
    refreshes,
    announced,
    hear: (news: SessionNews) => {
      tell(news);
    },
    wake: () => {
      wake();
    },
    /** The refresh that is under way, once it has its turn. */
    refreshOf: async (index: number) => {
      await vi.advanceTimersByTimeAsync(0);
      return refreshes[index];
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
    const { session, refreshes, refreshOf } = newSession();
    const asked = [session.token(), session.token(), session.refresh()];
    (await refreshOf(0))?.give(token('one'));
    expect(await Promise.all(asked)).toEqual(['one', 'one', 'one']);
    expect(refreshes).toHaveLength(1);
  });

  it('keeps a token until shortly before it expires', async () => {
    const { session, refreshOf } = newSession();
    session.adopt(token('one', 900));
    vi.setSystemTime(Date.now() + 869_000);
    expect(await session.token()).toBe('one');
    vi.setSystemTime(Date.now() + 2_000);
    const next = session.token();
    (await refreshOf(0))?.give(token('two'));
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
    const { session, refreshOf } = newSession();
    const started = session.start();
    (await refreshOf(0))?.give('ended');
    await started;
    expect(session.getStatus()).toBe('signed-out');
  });

  it('is unreachable, not signed out, when nobody answers at the start', async () => {
    const { session, refreshOf } = newSession();
    const started = session.start();
    (await refreshOf(0))?.fail(new ProblemError(unreachable));
    await started;
    expect(session.getStatus()).toBe('unreachable');
  });

  it('stays signed in when a later refresh is not answered', async () => {
    const { session, refreshOf } = newSession();
    session.adopt(token('one', 900));
    await vi.advanceTimersByTimeAsync(870_000);
    (await refreshOf(0))?.fail(new ProblemError(unreachable));
    await vi.advanceTimersByTimeAsync(0);
    expect(session.getStatus()).toBe('signed-in');
  });

  it('is not revived by a refresh that was on its way when it ended', async () => {
    const { session, refreshOf } = newSession();
    session.adopt(token('one'));
    const late = session.refresh('one');
    session.end();
    (await refreshOf(0))?.give(token('two'));
    expect(await late).toBeUndefined();
    expect(session.getStatus()).toBe('signed-out');
  });

  it('ends with any other tab', () => {
    const { session, hear } = newSession();
    session.adopt(token('one'));
    hear({ kind: 'signed-out', why: 'left' });
    expect(session.getStatus()).toBe('signed-out');
  });

  it('begins with any other tab', async () => {
    const { session, hear, refreshOf } = newSession();
    hear({ kind: 'signed-in', user: undefined });
    (await refreshOf(0))?.give(token('one'));
    await vi.advanceTimersByTimeAsync(0);
    expect(session.getStatus()).toBe('signed-in');
  });

  it('tells the other tabs of its beginning and its end', () => {
    const { session, announced } = newSession();
    session.adopt(token('one'));
    session.end();
    expect(announced).toEqual([
      { kind: 'signed-in', user: undefined },
      { kind: 'signed-out', why: 'left' },
    ]);
  });

  it('says that it was ended, where it was not left', async () => {
    const { session, refreshOf } = newSession();
    session.adopt(token('one'));
    const asked = session.refresh('one');
    (await refreshOf(0))?.give('ended');
    await asked;
    expect(session.getEnding()).toBe('ended');
  });

  it('says nothing of an end where there was nothing to end', async () => {
    const { session, refreshOf } = newSession();
    const started = session.start();
    (await refreshOf(0))?.give('ended');
    await started;
    expect(session.getEnding()).toBeUndefined();
  });

  it('tells an end in another tab from one of its own', () => {
    const { session, hear } = newSession();
    session.adopt(token('one'));
    hear({ kind: 'signed-out', why: 'left' });
    expect(session.getEnding()).toBe('left-elsewhere');
    session.adopt(token('two'));
    hear({ kind: 'signed-out', why: 'suspended' });
    expect(session.getEnding()).toBe('suspended');
  });

  it('renews at once after a sleep in which timers stood still', async () => {
    const { session, refreshes, wake } = newSession();
    session.adopt(token('one', 900));
    vi.setSystemTime(Date.now() + 3_600_000);
    wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(refreshes).toHaveLength(1);
  });

  it('finds out about a sleep that no event told of', async () => {
    const { session, refreshes } = newSession();
    session.adopt(token('one', 900));
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(refreshes).toHaveLength(1);
  });

  it('is not renewed by a look at the page while the token is good', async () => {
    const { session, refreshes, wake } = newSession();
    session.adopt(token('one', 900));
    wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(refreshes).toHaveLength(0);
  });

  it('asks again soon for a renewal whose answer was lost, and not before it may', async () => {
    const { session, refreshes, refreshOf } = newSession();
    session.adopt(token('one', 900));
    await vi.advanceTimersByTimeAsync(870_000);
    (await refreshOf(0))?.fail(new ProblemError(unreachable));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(refreshes).toHaveLength(2);
    (await refreshOf(1))?.fail(new ProblemError({ ...unreachable, retryAfterMs: 60_000 }));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(refreshes).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(refreshes).toHaveLength(3);
  });

  it('becomes that of whoever signs in in another tab', async () => {
    const { session, hear, refreshOf } = newSession();
    session.adopt(tokenOf('ada'));
    hear({ kind: 'signed-in', user: 'bob' });
    expect(session.getStatus()).toBe('starting');
    (await refreshOf(0))?.give(tokenOf('bob'));
    await vi.advanceTimersByTimeAsync(0);
    expect([session.getStatus(), session.getUser()]).toEqual(['signed-in', 'bob']);
  });

  it('stays as it is when the same person signs in in another tab', () => {
    const { session, hear } = newSession();
    session.adopt(tokenOf('ada'));
    hear({ kind: 'signed-in', user: 'ada' });
    expect(session.getStatus()).toBe('signed-in');
  });

  it('notices someone else behind the cookie, though no tab told of them', async () => {
    const { session, refreshOf } = newSession();
    const seen: (string | undefined)[] = [];
    session.adopt(tokenOf('ada'));
    session.subscribe(() => seen.push(session.getUser()));
    void session.refresh(tokenOf('ada').accessToken);
    (await refreshOf(0))?.give(tokenOf('bob'));
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual(['bob']);
  });

  it('is left only after a renewal that was under way, whose cookie would outlive it', async () => {
    const { session, refreshOf } = newSession();
    const signOut = vi.fn(() => Promise.resolve());
    session.adopt(token('one'));
    void session.refresh('one');
    const left = session.leave(signOut);
    const renewal = await refreshOf(0);
    expect(signOut).not.toHaveBeenCalled();
    renewal?.give(token('two'));
    await left;
    expect(signOut).toHaveBeenCalled();
    expect(session.getStatus()).toBe('signed-out');
  });

  it('is not ended by a sign-out that failed', async () => {
    const { session } = newSession();
    session.adopt(token('one'));
    await expect(session.leave(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(session.getStatus()).toBe('signed-in');
  });

  it('is exchanged with a fresh token where the old one is refused', async () => {
    const { session, refreshOf } = newSession();
    const sent: string[] = [];
    session.adopt(token('one'));
    const exchanged = session.exchange((current) => {
      sent.push(current);
      if (current === 'one')
        return Promise.reject(new ProblemError({ ...unreachable, status: 401 }));
      return Promise.resolve(token('three'));
    });
    (await refreshOf(0))?.give(token('two'));
    await exchanged;
    expect(sent).toEqual(['one', 'two']);
    expect(await session.token()).toBe('three');
  });
});
