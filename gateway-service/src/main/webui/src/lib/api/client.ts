import createClient from 'openapi-fetch';
import { type Problem, ProblemError, readProblem, toProblem } from '../problem';
import { barringOf } from '../session/barring';
import { session } from '../session/browser-session';
import { subjectOf } from '../session/subject';
import { texts } from '../texts';
import type { paths } from './contract';

const signedOut: Problem = {
  code: 'session-ended',
  title: texts.problems.signedOutTitle,
  status: 401,
  detail: texts.problems.signedOut,
  errors: [],
};

/** An account that is barred has no session any more, whatever its tokens say. */
async function endIfBarred(response: Response): Promise<Response> {
  if (response.status !== 403) return response;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const barring = barringOf(body);
  if (barring) session.end(barring);
  return response;
}

/**
 * Sends the token; on a 401 asks for a new one, once, and tries again, once. What one person asked
 * for is never sent in the name of another who has signed in meanwhile.
 */
async function authorizedFetch(request: Request): Promise<Response> {
  const retry = request.clone();
  const user = session.getUser();
  const token = await session.token();
  if (user !== undefined && session.getUser() !== user) throw new ProblemError(signedOut);
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  const response = await fetch(request);
  if (response.status !== 401 || !token) return endIfBarred(response);
  const sender = subjectOf(token);
  const fresh = await session.refresh(token);
  if (!fresh || subjectOf(fresh) !== sender) return response;
  await response.body?.cancel();
  retry.headers.set('Authorization', `Bearer ${fresh}`);
  return endIfBarred(await fetch(retry));
}

/** With the caller's token. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: authorizedFetch,
});

/** For calls that make or end a session: no token, and cookies are meant for a browser. */
export const anonymousApi = createClient<paths>({
  baseUrl: window.location.origin,
  headers: { 'X-Albumen-Client': 'web' },
  fetch: (request) => fetch(request),
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a call that went well; a ProblemError otherwise. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
  let result: Answer<T>;
  try {
    result = await call;
  } catch (error) {
    throw new ProblemError(toProblem(error));
  }
  if (!result.response.ok) throw new ProblemError(readProblem(result.response, result.error));
  return result.data as T;
}
