import { vi } from 'vitest';

interface Reply {
  status?: number;
  body?: unknown;
}

type Handler = Reply | (() => Reply | Promise<Reply>);

export interface Call {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

/**
 * Answers calls as `'POST /api/v1/auth/sign-in': { body: … }` says, queries left out; whatever is
 * not said is a 404. The calls are returned, growing.
 */
export function fakeService(replies: Record<string, Handler>): Call[] {
  const calls: Call[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(new URL(input instanceof Request ? input.url : input, origin()), {
      method: input instanceof Request ? input.method : init?.method,
      headers: input instanceof Request ? input.headers : init?.headers,
    });
    const text = input instanceof Request ? await input.text() : init?.body;
    const { pathname } = new URL(request.url);
    const body: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
    calls.push({ method: request.method, path: pathname, headers: request.headers, body });
    const handler = replies[`${request.method} ${pathname}`] ?? problem(404, 'not-found');
    return toResponse(typeof handler === 'function' ? await handler() : handler);
  });
  return calls;
}

/** A failure as the services answer it. */
export function problem(
  status: number,
  code: string,
  detail = `It is ${code}.`,
  errors: { path: string; message: string }[] = [],
): Reply {
  return { status, body: { type: `problem:${code}`, title: code, status, detail, code, errors } };
}

function origin(): string {
  return window.location.origin;
}

function toResponse({ status = 200, body }: Reply): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: body === undefined ? {} : { 'Content-Type': type },
  });
}
