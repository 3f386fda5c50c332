import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { DownloadButton } from '@/components/download-button';
import { ToastRegion } from '@/components/toast';
import { downloadRequests } from '@/lib/download-request';
import { fakeService, problem } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { standInForLayout } from '@/testing/stand-in-for-layout';
import { DownloadDialog, DownloadPill, DownloadsPage } from '.';

const routes = [
  {
    path: '/',
    Component: () => (
      <>
        <DownloadPill />
        <DownloadButton mediaIds={['a', 'b']} name="Lisbon" />
        <DownloadDialog />
        <ToastRegion />
      </>
    ),
  },
  { path: '/downloads', Component: DownloadsPage },
];

function download(state: string, facts: object = {}) {
  return {
    id: 'd',
    name: 'Lisbon',
    state,
    itemCount: 2,
    totalBytes: 5_000_000_000,
    doneBytes: 2_000_000_000,
    parts: [],
    createdAt: new Date().toISOString(),
    ...facts,
  };
}

const check = { itemCount: 2, totalBytes: 5_000_000_000, partCount: 2, missing: ['b'] };

beforeEach(() => {
  standInForLayout();
  act(() => downloadRequests.set(undefined));
});

it('tellsTheSizeFirstThenStartsAndTellsTheEnd', async () => {
  let items: object[] = [];
  const calls = fakeService({
    'GET /api/v1/downloads': () => ({ body: { items } }),
    'POST /api/v1/downloads/check': { body: check },
    'POST /api/v1/downloads': () => {
      items = [download('BUILDING')];
      return { status: 202, body: items[0] };
    },
  });
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('button', { name: 'Download' }));
  expect(await screen.findByText('2 items, 5.0 GB')).toBeTruthy();
  expect(screen.getByText('It comes in 2 files of at most 4 GB.')).toBeTruthy();
  expect(calls.some(({ path, method }) => path.endsWith('/downloads') && method === 'POST')).toBe(
    false,
  );
  await user.click(screen.getByRole('button', { name: 'Start download' }));
  expect(await screen.findByRole('link', { name: 'Packing a download, 40 %' })).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(calls.findLast(({ method }) => method === 'POST')?.body).toEqual({
    mediaIds: ['a', 'b'],
    name: 'Lisbon',
  });
  items = [download('READY')];
  expect(await screen.findByText('“Lisbon” is ready to save.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /^Packing/ })).toBeNull();
});

it('startsNothingWhereNothingIsLeft', async () => {
  fakeService({
    'GET /api/v1/downloads': { body: { items: [] } },
    'POST /api/v1/downloads/check': { body: { ...check, itemCount: 0 } },
  });
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('button', { name: 'Download' }));
  expect(await screen.findByText('None of these is in your library any more.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Start download' })).toHaveProperty('disabled', true);
});

it('listsPartsFailuresAndWhatExpired', async () => {
  const parts = [1, 2].map((number) => ({
    number,
    name: `Lisbon-${number}.zip`,
    sizeBytes: 1_000,
  }));
  fakeService({
    'GET /api/v1/downloads': {
      body: {
        items: [
          download('READY', { parts }),
          download('FAILED', { id: 'e', name: 'E', failure: { code: 'x', detail: 'No room.' } }),
          download('EXPIRED', { id: 'f', name: 'F' }),
        ],
      },
    },
  });
  renderRoutes(routes, '/downloads');
  expect(await screen.findByRole('button', { name: 'Save Lisbon-2.zip' })).toBeTruthy();
  expect(screen.getByText('No room.')).toBeTruthy();
  expect(screen.getByText(/^It was kept long enough/)).toBeTruthy();
});

it('cancelsAfterAskingAndTellsWhatWentWrong', async () => {
  const calls = fakeService({
    'GET /api/v1/downloads': { body: { items: [download('BUILDING')] } },
    'DELETE /api/v1/downloads/d': problem(409, 'download-over', 'It is over already.'),
  });
  const { user } = renderRoutes(routes, '/downloads');
  await user.click(await screen.findByRole('button', { name: 'Cancel Lisbon' }));
  expect(calls.every(({ method }) => method === 'GET')).toBe(true);
  const group = screen.getByRole('group', { name: 'Cancel this download?' });
  await user.click(group.querySelectorAll('button')[1] as HTMLElement);
  expect(await screen.findByText('It is over already.')).toBeTruthy();
  await waitFor(() => expect(calls.some(({ method }) => method === 'DELETE')).toBe(true));
});
