import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { session } from '@/lib/session/browser-session';
import { texts } from '@/lib/texts';
import { fakeService, problem } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { AccountMenu } from '.';

const routes = [{ path: '/', Component: AccountMenu }];
const me = { body: { displayName: 'Ada', email: 'ada@example.org', roles: [] as string[] } };

beforeEach(() => {
  session.adopt({ accessToken: 'token', expiresIn: 900 });
});

afterEach(() => {
  session.end();
  localStorage.clear();
  delete document.documentElement.dataset.theme;
});

describe('account menu', () => {
  it('tells who is signed in', async () => {
    fakeService({ 'GET /api/v1/users/me': me });
    renderRoutes(routes);
    expect(await screen.findByText('ada@example.org')).toBeTruthy();
  });

  it('leads to the people only those who look after them', async () => {
    const roles: string[] = [];
    fakeService({ 'GET /api/v1/users/me': { body: { ...me.body, roles } } });
    const { queryClient } = renderRoutes(routes);
    await screen.findByText('ada@example.org');
    expect(screen.queryByText(texts.people.link)).toBeNull();
    roles.push('moderator');
    await queryClient.refetchQueries();
    expect(await screen.findByText(texts.people.link)).toBeTruthy();
  });

  it('ends the session at the server, then here', async () => {
    const calls = fakeService({
      'GET /api/v1/users/me': me,
      'POST /api/v1/auth/sign-out': { status: 204 },
    });
    const { user } = renderRoutes(routes);
    await user.click(screen.getByText(texts.app.signOut));
    await waitFor(() => {
      expect(session.getStatus()).toBe('signed-out');
    });
    const call = calls.find(({ path }) => path.endsWith('/sign-out'));
    expect(call?.headers.get('X-Albumen-Client')).toBe('web');
  });

  it('does not pretend to have ended a session that it could not end', async () => {
    fakeService({ 'GET /api/v1/users/me': me, 'POST /api/v1/auth/sign-out': problem(503, 'down') });
    const { user } = renderRoutes(routes);
    await user.click(screen.getByText(texts.app.signOut));
    expect(await screen.findByText(texts.problems.server)).toBeTruthy();
    expect(session.getStatus()).toBe('signed-in');
  });

  it('changes the theme, and back to that of the system', async () => {
    fakeService({ 'GET /api/v1/users/me': me });
    const { user } = renderRoutes(routes);
    await user.click(screen.getByLabelText(texts.app.themes.dark));
    expect(document.documentElement.dataset.theme).toBe('dark');
    await user.click(screen.getByLabelText(texts.app.themes.system));
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});
