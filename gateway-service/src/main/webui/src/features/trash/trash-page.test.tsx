import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { ToastRegion } from '@/components/toast';
import { fakeService } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { standInForLayout } from '@/testing/stand-in-for-layout';
import { TrashPage } from '.';

const routes = [
  {
    path: '/',
    Component: () => (
      <>
        <TrashPage />
        <ToastRegion />
      </>
    ),
  },
];

function trash(ids: string[]) {
  const all = <T,>(value: T) => ids.map(() => value);
  return {
    body: {
      id: ids,
      renditionKey: all(null),
      ratio: all(1.5),
      thumbhash: all(null),
      kind: all('PHOTO'),
      state: all('READY'),
      takenAt: all('2019-03-14T09:00:00.000Z'),
      utcOffsetMinutes: all(60),
      durationMs: all(null),
      favorite: all(false),
      trashedAt: all('2026-01-01T00:00:00.000Z'),
      purgeAt: all(new Date(Date.now() + 36 * 3_600_000).toISOString()),
      count: ids.length,
      sizeBytes: 5_000_000,
      renditions: { base: 'https://cdn.test/', query: '?s', expiresAt: '2030-01-01T00:00:00Z' },
    },
  };
}

const both = ['a', 'b'];

beforeEach(() => {
  standInForLayout();
});

it('restoresWhatIsSelectedAndTakesThatBack', async () => {
  let left = both;
  const calls = fakeService({
    'GET /api/v1/trash': () => trash(left),
    'POST /api/v1/trash/restore': () => {
      left = ['b'];
      return { body: { results: [{ id: 'a', status: 200 }] } };
    },
    'DELETE /api/v1/media': { body: { results: [{ id: 'a', status: 200 }] } },
  });
  const { user } = renderRoutes(routes);
  const tiles = await screen.findAllByRole('checkbox', {
    name: 'Photo, 14 March 2019, goes in 2 days',
  });
  await user.click(tiles[0] as HTMLElement);
  await user.click(screen.getByRole('button', { name: 'Restore' }));
  expect(await screen.findByText('Restored 1 item.')).toBeTruthy();
  await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(calls.find(({ method }) => method === 'DELETE')).toBeTruthy());
  const changes = calls.filter(({ method, path }) => method !== 'GET' && !path.includes('/auth/'));
  expect(changes.map(({ body }) => body)).toEqual([{ ids: ['a'] }, { ids: ['a'] }]);
});

it('deletesNothingForEverWithoutAsking', async () => {
  const calls = fakeService({
    'GET /api/v1/trash': trash(both),
    'DELETE /api/v1/trash': { status: 202, body: { purging: 2 } },
  });
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('button', { name: 'Empty the trash' }));
  const dialog = screen.getByRole('dialog', { name: 'Empty the trash?' });
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(dialog.isConnected).toBe(false);
  expect(calls.every(({ method }) => method === 'GET')).toBe(true);

  await user.click(screen.getByRole('button', { name: 'Empty the trash' }));
  const sure = screen.getAllByRole('button', { name: 'Empty the trash' });
  await user.click(sure.at(-1) as HTMLElement);
  expect(await screen.findByText('Deleting 2 items.')).toBeTruthy();
  expect(calls.find(({ method }) => method === 'DELETE')?.body).toEqual({ all: true });
});

it('selectsARangeWithShiftAndForgetsItOnEscape', async () => {
  fakeService({ 'GET /api/v1/trash': trash(['a', 'b', 'c']) });
  const { user } = renderRoutes(routes);
  const [first, , last] = await screen.findAllByRole('checkbox');
  await user.click(first as HTMLElement);
  await user.keyboard('{Shift>}');
  await user.click(last as HTMLElement);
  await user.keyboard('{/Shift}');
  expect(screen.getByText('3 selected')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.queryByText('3 selected')).toBeNull();
});
