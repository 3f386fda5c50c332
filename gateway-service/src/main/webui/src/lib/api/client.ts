import createClient from 'openapi-fetch';
import { ProblemError, readProblem, toProblem } from '../problem';
import { session } from '../session/browser-session';
import type { paths } from './contract';

/** Sends the token; on a 401 asks for a new one, once, and tries again, once. */
async function authorizedFetch(request: Request): Promise<Response> {
  const retry = request.clone();
  const token = await session.token();
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  const response = await fetch(request);
  if (response.status !== 401 || !token) return response;
  const fresh = await session.refresh(token);
  if (!fresh) return response;
  await response.body?.cancel();
  retry.headers.set('Authorization', `Bearer ${fresh}`);
  return fetch(retry);
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
