import { ProblemError, readProblem, toProblem } from '../problem';
import { type AccessToken, Session, type SessionNews } from './session';

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('albumen.session') : undefined;

async function refresh(): Promise<AccessToken | undefined> {
  let response: Response;
  try {
    response = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      headers: { 'X-Albumen-Client': 'web', 'Content-Type': 'application/json' },
      body: '{}',
    });
  } catch (error) {
    throw new ProblemError(toProblem(error));
  }
  if (response.ok) return (await response.json()) as AccessToken;
  // Anything the caller did wrong means: no usable session. Anything else passes.
  if (response.status < 500 && response.status !== 429) {
    await response.body?.cancel(); // else the browser keeps the connection for it
    return undefined;
  }
  throw new ProblemError(readProblem(response, undefined));
}

export const session = new Session({
  refresh,
  exclusive: async <T>(run: () => Promise<T>): Promise<T> =>
    'locks' in navigator ? ((await navigator.locks.request('albumen.refresh', run)) as T) : run(),
  now: () => Date.now(),
  announce: (news) => channel?.postMessage(news),
  listen: (listener) =>
    channel?.addEventListener('message', (event: MessageEvent<SessionNews>) =>
      listener(event.data),
    ),
});
