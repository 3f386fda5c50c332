import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '@/lib/api/contract';
import { session } from '@/lib/session/browser-session';
import { texts } from '@/lib/texts';
import { fakeService } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { PeoplePage } from '.';

const words = texts.people;
const routes = [{ path: '/', Component: PeoplePage }];

function person(id: string, fields: Partial<Person> = {}): Person {
  return {
    id,
    email: `${id}@example.org`,
    displayName: id,
    roles: [],
    status: 'CONFIRMED',
    suspended: false,
    createdAt: '2026-05-03T10:00:00.000Z',
    ...fields,
  };
}

function fakePeople(roles: string[], people: Person[]) {
  return fakeService({
    'GET /api/v1/users/me': { body: { id: 'maud', roles } },
    'GET /api/v1/admin/auth/users': { body: { items: people } },
    'PATCH /api/v1/admin/auth/users/eve': { body: person('eve', { suspended: true }) },
  });
}

beforeEach(() => {
  session.adopt({ accessToken: 'token', expiresIn: 300 });
});

afterEach(() => {
  session.end();
});

describe('people', () => {
  it('are suspended only after being asked back', async () => {
    const calls = fakePeople(['moderator'], [person('eve')]);
    const { user } = renderRoutes(routes);
    await user.click(await screen.findByRole('button', { name: words.suspendNamed('eve') }));
    expect(screen.getByText(words.suspendSure('eve'))).toBeTruthy();
    expect(document.activeElement?.textContent).toBe(texts.app.cancel);
    await user.click(screen.getByRole('button', { name: words.suspend }));
    expect(await screen.findByText(words.suspended('eve'))).toBeTruthy();
    expect(calls.at(-1)?.body).toEqual({ suspended: true });
    expect(screen.getByRole('button', { name: words.giveBackNamed('eve') })).toBeTruthy();
  });

  it('are out of reach where a moderator may do nothing', async () => {
    fakePeople(
      ['moderator'],
      [person('maud'), person('root', { roles: ['admin'] }), person('gone', { status: 'CLOSED' })],
    );
    renderRoutes(routes);
    await screen.findByText('root');
    expect(screen.queryByRole('button', { name: /suspend/i })).toBeNull();
  });

  it('tell why nothing came of it', async () => {
    const calls = fakePeople(['admin'], [person('bob')]);
    const { user } = renderRoutes(routes);
    await user.click(await screen.findByRole('button', { name: words.suspendNamed('bob') }));
    await user.click(screen.getByRole('button', { name: words.suspend }));
    expect((await screen.findByRole('alert')).textContent).toContain('not-found');
    expect(calls.at(-1)?.method).toBe('PATCH');
  });
});
