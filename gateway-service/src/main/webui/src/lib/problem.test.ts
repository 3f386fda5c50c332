import { describe, expect, it } from 'vitest';
import { fieldMessages, isPassing, readProblem, toProblem } from './problem';
import { texts } from './texts';

describe('readProblem', () => {
  it('reads what a service answers', () => {
    const body = {
      status: 400,
      code: 'invalid-request',
      title: 'Invalid',
      detail: 'The request has invalid fields.',
      requestId: 'r-1',
      errors: [{ path: 'email', message: 'must be an address' }],
    };
    expect(readProblem(new Response(null, { status: 400 }), body)).toMatchObject({
      code: 'invalid-request',
      detail: 'The request has invalid fields.',
      requestId: 'r-1',
      errors: [{ path: 'email', message: 'must be an address' }],
    });
  });

  it('survives a body that is no problem at all', () => {
    const problem = readProblem(new Response(null, { status: 418 }), '<html>');
    expect(problem).toMatchObject({ code: 'http-418', detail: texts.problems.unexpected });
  });

  it('shows nobody what broke inside a service, but keeps the reference', () => {
    const response = new Response(null, { status: 502, headers: { 'X-Request-Id': 'r-2' } });
    const problem = readProblem(response, { detail: 'NullPointerException at …' });
    expect(problem).toMatchObject({ detail: texts.problems.server, requestId: 'r-2' });
  });

  it('reads how long to wait', () => {
    const response = new Response(null, { status: 429, headers: { 'Retry-After': '7' } });
    expect(readProblem(response, undefined).retryAfterMs).toBe(7_000);
  });
});

describe('toProblem', () => {
  it('takes a failed fetch for a missing connection', () => {
    expect(toProblem(new TypeError('Failed to fetch')).code).toBe('unreachable');
  });

  it('takes anything else for a fault of ours', () => {
    expect(toProblem('?').code).toBe('unexpected');
  });
});

describe('isPassing', () => {
  const at = (status: number) => readProblem(new Response(null, { status }), undefined);

  it.each([408, 429, 500, 503])('is true for %i', (status) => {
    expect(isPassing(at(status))).toBe(true);
  });

  it.each([400, 401, 403, 404, 409])('is false for %i', (status) => {
    expect(isPassing(at(status))).toBe(false);
  });
});

describe('fieldMessages', () => {
  it('knows a field by the end of its path and keeps the first message', () => {
    const problem = {
      ...toProblem('?'),
      errors: [
        { path: 'signUp.request.email', message: 'first' },
        { path: 'email', message: 'second' },
        { path: 'password', message: 'third' },
      ],
    };
    expect(fieldMessages(problem)).toEqual({ email: 'first', password: 'third' });
  });
});
