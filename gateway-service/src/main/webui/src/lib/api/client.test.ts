import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeService, problem } from '@/testing/fake-service';
import { ProblemError } from '../problem';
import { session } from '../session/browser-session';
import { answer, api } from './client';

const path = '/api/v1/users/me';

function tokensOf(calls: { path: string; headers: Headers }[]): (string | null)[] {
  return calls
    .filter((call) => call.path === path)
    .map(({ headers }) => headers.get('Authorization'));
}

beforeEach(() => {
  session.adopt({ accessToken: 'old', expiresIn: 900 });
});

afterEach(() => {
  session.end();
});

describe('api', () => {
  it('sends the token', async () => {
    const calls = fakeService({ [`GET ${path}`]: { body: { email: 'a' } } });
    await answer(api.GET(path));
    expect(tokensOf(calls)).toEqual(['Bearer old']);
  });

  it('asks for a new token when one is refused, once for all, and tries again', async () => {
    let refused = 2;
    const calls = fakeService({
      [`GET ${path}`]: () =>
        refused-- > 0 ? problem(401, 'invalid-token') : { body: { email: 'a' } },
      'POST /api/v1/auth/refresh': { body: { accessToken: 'new', expiresIn: 900 } },
    });
    const both = await Promise.all([answer(api.GET(path)), answer(api.GET(path))]);
    expect(both).toEqual([{ email: 'a' }, { email: 'a' }]);
    expect(tokensOf(calls)).toEqual(['Bearer old', 'Bearer old', 'Bearer new', 'Bearer new']);
    expect(calls.filter((call) => call.path.endsWith('/refresh'))).toHaveLength(1);
  });

  it('is signed out when there is no new token to be had', async () => {
    fakeService({
      [`GET ${path}`]: problem(401, 'invalid-token'),
      'POST /api/v1/auth/refresh': problem(401, 'session-ended'),
    });
    await expect(answer(api.GET(path))).rejects.toBeInstanceOf(ProblemError);
    expect(session.getStatus()).toBe('signed-out');
  });

  it.each([
    ['account-suspended', 'suspended'],
    ['account-closed', 'closed'],
  ])('ends the session when a service says %s', async (code, ending) => {
    fakeService({ [`GET ${path}`]: problem(403, code) });
    await expect(answer(api.GET(path))).rejects.toMatchObject({ problem: { code } });
    expect([session.getStatus(), session.getEnding()]).toEqual(['signed-out', ending]);
  });

  it('never repeats what one person asked for in the name of another', async () => {
    const [ada, bob] = ['ada', 'bob'].map((sub) => `h.${btoa(JSON.stringify({ sub }))}.s`);
    session.adopt({ accessToken: ada ?? '', expiresIn: 900 });
    const calls = fakeService({
      [`GET ${path}`]: problem(401, 'invalid-token'),
      'POST /api/v1/auth/refresh': { body: { accessToken: bob, expiresIn: 900 } },
    });
    await expect(answer(api.GET(path))).rejects.toMatchObject({ problem: { status: 401 } });
    expect(tokensOf(calls)).toEqual([`Bearer ${ada}`]);
  });

  it('tells a missing connection from an answer', async () => {
    fakeService({
      [`GET ${path}`]: () => {
        throw new TypeError('Failed to fetch');
      },
    });
    await expect(answer(api.GET(path))).rejects.toMatchObject({ problem: { code: 'unreachable' } });
  });
});
