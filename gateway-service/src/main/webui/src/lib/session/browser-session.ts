import { ProblemError, readProblem, toProblem } from '../problem';
import { barringOf } from './barring';
import { type AccessToken, type Ending, Session, type SessionNews } from './session';

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('albumen.session') : undefined;
const lockName = 'albumen.refresh';
const answerMs = 15_000;
/** Longer than an answer takes: a tab that holds the lock for longer will not let go of it. */
const lockMs = 20_000;

async function refresh(): Promise<AccessToken | Ending> {
  try {
    const response = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      headers: { 'X-Albumen-Client': 'web', 'Content-Type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(answerMs),
    });
    if (response.ok) return (await response.json()) as AccessToken;
    // Anything the caller did wrong means: no usable session. Anything else passes.
    if (response.status < 500 && response.status !== 429) {
      const body: unknown = await response.json().catch(() => undefined);
      return barringOf(body) ?? 'ended';
    }
    await response.body?.cancel(); // else the browser keeps the connection for it
    throw new ProblemError(readProblem(response, undefined));
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError(toProblem(error));
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other in this tab; two tabs at once are what the old token's grace is for. */
function queued<T>(run: () => Promise<T>): Promise<T> {
  const next = last.then(run, run);
  last = next.catch(() => undefined);
  return next;
}

async function exclusive<T>(run: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return queued(run);
  let begun = false;
  const begin = () => {
    begun = true;
    return run();
  };
  try {
    const signal = AbortSignal.timeout(lockMs);
    return (await navigator.locks.request(lockName, { signal }, begin)) as T;
  } catch (error) {
    if (begun) throw error;
    return queued(run);
  }
}

function onWake(listener: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') listener();
  });
  for (const event of ['online', 'focus', 'pageshow']) window.addEventListener(event, listener);
}

export const session = new Session({
  refresh,
  exclusive,
  now: () => Date.now(),
  announce: (news) => channel?.postMessage(news),
  listen: (listener) =>
    channel?.addEventListener('message', (event: MessageEvent<SessionNews>) => {
      listener(event.data);
    }),
  onWake,
});
