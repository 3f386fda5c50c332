import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notification } from '@/lib/api/contract';
import { session } from '@/lib/session/browser-session';
import { texts } from '@/lib/texts';
import { fakeService, problem } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { NotificationBell, NotificationsPage } from '.';

const film = '019a0000-0000-7000-8000-000000000001';

function notification(id: string, fields: Partial<Notification> = {}): Notification {
  return { id, type: 'WELCOME', createdAt: '2026-05-03T10:00:00.000Z', ...fields };
}

function Both() {
  return (
    <>
      <NotificationBell />
      <NotificationsPage />
    </>
  );
}

const routes = [
  { path: '/', Component: Both },
  { path: '/films/:id', element: <p>the film</p> },
];

/** An inbox that keeps what was read. */
function fakeInbox(items: Notification[]) {
  const calls = fakeService({
    'GET /api/v1/notifications': () => ({
      body: { items, unread: items.filter(({ readAt }) => !readAt).length },
    }),
    'POST /api/v1/notifications/read': () => {
      const { ids } = calls.at(-1)?.body as { ids: string[] };
      for (const item of items) {
        if (ids.includes(item.id)) item.readAt = '2026-05-03T11:00:00.000Z';
      }
      return { body: { results: [] } };
    },
  });
  return calls;
}

function read(calls: { path: string; body: unknown }[]): unknown[] {
  return calls.filter(({ path }) => path.endsWith('/read')).map(({ body }) => body);
}

beforeEach(() => {
  session.adopt({ accessToken: 'token', expiresIn: 900 });
});

afterEach(() => {
  session.end();
});

describe('notifications', () => {
  it('name the file that was rejected and why', async () => {
    fakeInbox([
      notification('a', { type: 'MEDIA_REJECTED', title: 'sea.jpg', detail: 'It breaks off.' }),
    ]);
    renderRoutes(routes);
    const list = await screen.findByRole('list', { name: 'Notifications' });
    expect(within(list).getByText(texts.notifications.mediaRejected('sea.jpg'))).toBeTruthy();
    expect(within(list).getByText('It breaks off.')).toBeTruthy();
  });

  it('lead to the film that is ready, and are read then', async () => {
    const calls = fakeInbox([
      notification('a', {
        type: 'VIDEO_READY',
        title: 'Lisbon',
        videoId: film,
        durationMs: 42_000,
      }),
    ]);
    const { user, router } = renderRoutes(routes);
    await user.click(
      await screen.findByRole('link', { name: texts.notifications.videoReady('Lisbon') }),
    );
    expect(await screen.findByText('the film')).toBeTruthy();
    expect(router.state.location.pathname).toBe(`/films/${film}`);
    await waitFor(() => {
      expect(read(calls)).toEqual([{ ids: ['a'] }]);
    });
  });

  it('are counted at the bell until they are read', async () => {
    const calls = fakeInbox([notification('a'), notification('b')]);
    const { user } = renderRoutes(routes);
    expect(await screen.findByRole('link', { name: texts.notifications.bell(2) })).toBeTruthy();
    const [first] = screen.getAllByRole('button', { name: texts.notifications.markRead });
    if (first) await user.click(first);
    expect(await screen.findByRole('link', { name: texts.notifications.bell(1) })).toBeTruthy();
    expect(read(calls)).toEqual([{ ids: ['a'] }]);
  });

  it('are all read with one click, but for those that were', async () => {
    const calls = fakeInbox([
      notification('a'),
      notification('b', { readAt: '2026-05-03T10:30:00.000Z' }),
      notification('c'),
    ]);
    const { user } = renderRoutes(routes);
    await user.click(await screen.findByRole('button', { name: texts.notifications.markAll }));
    expect(await screen.findByRole('link', { name: texts.notifications.bell(0) })).toBeTruthy();
    expect(read(calls)).toEqual([{ ids: ['a', 'c'] }]);
  });

  it('are unread again when marking them failed, and say so', async () => {
    fakeService({
      'GET /api/v1/notifications': { body: { items: [notification('a')], unread: 1 } },
      'POST /api/v1/notifications/read': problem(409, 'busy', 'Not now.'),
    });
    const { user } = renderRoutes(routes);
    await user.click(await screen.findByRole('button', { name: texts.notifications.markRead }));
    expect((await screen.findByRole('alert')).textContent).toContain('Not now.');
    expect(await screen.findByRole('link', { name: texts.notifications.bell(1) })).toBeTruthy();
  });

  it('offer to try again when they cannot be had', async () => {
    fakeService({ 'GET /api/v1/notifications': problem(503, 'down') });
    renderRoutes(routes);
    expect(await screen.findByRole('button', { name: texts.app.tryAgain })).toBeTruthy();
  });

  it('say that there are none', async () => {
    fakeInbox([]);
    renderRoutes(routes);
    expect(await screen.findByText(texts.notifications.emptyTitle)).toBeTruthy();
  });
});
