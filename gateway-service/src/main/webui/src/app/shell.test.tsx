import { QueryClient, QueryObserver, useQueryClient } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, readProblem } from '@/lib/problem';
import { session } from '@/lib/session/browser-session';
import { texts } from '@/lib/texts';
import { renderRoutes } from '@/testing/render-routes';
import { GuestOnly, MemberOnly } from './guards';
import { ConnectionNotice } from './layout/connection-notice';
import { readConnection } from './layout/use-connection';
import { NotFoundPage } from './not-found-page';
import { Providers } from './providers';
import { RouteCrash } from './route-crash';
import { wantedPath } from './wanted-path';

const token = { accessToken: 'token', expiresIn: 900 };

const guarded = [
  { Component: GuestOnly, children: [{ path: '/sign-in', element: <p>please sign in</p> }] },
  {
    Component: MemberOnly,
    children: [
      { path: '/', element: <p>the timeline</p> },
      { path: '/films', element: <p>the films</p> },
    ],
  },
];

afterEach(() => {
  session.end();
});

describe('guards', () => {
  it('ask to sign in first, then lead to what was asked for', async () => {
    session.end();
    renderRoutes(guarded, '/films');
    expect(await screen.findByText('please sign in')).toBeTruthy();
    session.adopt(token);
    expect(await screen.findByText('the films')).toBeTruthy();
  });

  it('lead whoever is signed in past the sign-in page', async () => {
    session.adopt(token);
    renderRoutes(guarded, '/sign-in');
    expect(await screen.findByText('the timeline')).toBeTruthy();
  });

  it('say that one was signed out, and lead back only whoever it was', async () => {
    const tokenOf = (sub: string) => `h.${btoa(JSON.stringify({ sub }))}.s`;
    session.adopt({ accessToken: tokenOf('ada'), expiresIn: 900 });
    const { router } = renderRoutes(guarded, '/films');
    await screen.findByText('the films');
    session.end('ended');
    await screen.findByText('please sign in');
    const { state } = router.state.location as { state: unknown };
    expect(state).toEqual({ wanted: '/films', whose: 'ada', notice: 'signedOut' });
    expect(wantedPath(state, 'bob')).toBe('/');
    expect(wantedPath(state, 'ada')).toBe('/films');
  });

  it('start the pages anew for whoever comes next', async () => {
    const tokenOf = (sub: string) => `h.${btoa(JSON.stringify({ sub }))}.s`;
    function Draft() {
      const [whose] = useState(session.getUser);
      return <p>draft of {whose}</p>;
    }
    session.adopt({ accessToken: tokenOf('ada'), expiresIn: 900 });
    renderRoutes([{ Component: MemberOnly, children: [{ path: '/', Component: Draft }] }]);
    expect(await screen.findByText('draft of ada')).toBeTruthy();
    session.adopt({ accessToken: tokenOf('bob'), expiresIn: 900 });
    expect(await screen.findByText('draft of bob')).toBeTruthy();
  });

  it.each([
    undefined,
    { wanted: 7 },
    { wanted: '//evil.example' },
    { wanted: 'https://evil.example' },
  ])('lead nowhere but into the app for %j', (state) => {
    expect(wantedPath(state, undefined)).toBe('/');
  });
});

describe('what was fetched', () => {
  it('goes with the account it belongs to, and else stays', async () => {
    let queries: QueryClient | undefined;
    function Reader() {
      queries = useQueryClient();
      return null;
    }
    session.adopt({ accessToken: 'token', expiresIn: 900 });
    render(
      <Providers>
        <Reader />
      </Providers>,
    );
    const fetched = { queryFn: () => 'fetched' };
    await queries?.fetchQuery({ queryKey: ['me'], ...fetched });
    await queries?.fetchQuery({ queryKey: ['deletion'], meta: { ofNobody: true }, ...fetched });
    session.end('ended');
    expect(queries?.getQueryData(['me'])).toBeUndefined();
    expect(queries?.getQueryData(['deletion'])).toBe('fetched');
  });
});

describe('crash boundary', () => {
  it('stands in for a page that throws', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    function Broken(): never {
      throw new Error('broken');
    }
    renderRoutes([{ path: '/', Component: Broken, ErrorBoundary: RouteCrash }]);
    expect(await screen.findByText(texts.problems.crashTitle)).toBeTruthy();
    expect(screen.getByRole('button', { name: texts.app.reload })).toBeTruthy();
  });

  it('tells an address that leads nowhere from a fault', async () => {
    renderRoutes([{ path: '*', Component: NotFoundPage }], '/nowhere');
    expect(await screen.findByText(texts.problems.notFoundTitle)).toBeTruthy();
    expect(screen.getByRole('link', { name: texts.problems.home })).toBeTruthy();
  });
});

describe('connection notice', () => {
  /** A query on the screen whose first answer came and whose second failed so. */
  async function failLater(error: Error): Promise<QueryClient> {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const answers = [Promise.resolve('old'), Promise.reject(error)];
    const options = { queryKey: ['x'], queryFn: () => answers.shift() ?? 'new' };
    new QueryObserver(client, options).subscribe(() => undefined);
    await client.refetchQueries();
    await client.refetchQueries();
    return client;
  }

  function failure(status: number): ProblemError {
    return new ProblemError(readProblem(new Response(null, { status }), undefined));
  }

  it.each([
    ['unreachable', new TypeError('Failed to fetch')],
    ['server', failure(502)],
    ['fine', failure(404)],
  ])('is %s', async (connection, error) => {
    const client = await failLater(error);
    expect(readConnection(client.getQueryCache())).toBe(connection);
  });

  it('appears when the browser goes offline, and goes when it is back', async () => {
    renderRoutes([{ path: '/', Component: ConnectionNotice }]);
    window.dispatchEvent(new Event('offline'));
    expect(await screen.findByText(texts.connection.offline)).toBeTruthy();
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => {
      expect(screen.queryByText(texts.connection.offline)).toBeNull();
    });
  });
});
