import { screen, waitFor, within } from '@testing-library/react';
import type { RouteObject } from 'react-router';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ToastRegion } from '@/components/toast';
import { toasts } from '@/components/toast-store';
import { type Call, fakeService } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { standInForLayout } from '@/testing/stand-in-for-layout';
import { TimelinePage } from '.';

const path = '/api/v1/timeline/buckets';
const months = ['2024-05', '2024-04', '2024-03', '2024-02'];
const perMonth = 200;

function idOf(month: string, at: number): string {
  return `${month.replace('-', '')}00-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

function pageOf(bucket: string, favorite = false) {
  const every = <T,>(value: T) => Array.from({ length: perMonth }, () => value);
  return {
    bucket,
    id: every(0).map((_, at) => idOf(bucket, at)),
    renditionKey: every(null),
    ratio: every(1.5),
    thumbhash: every(null),
    kind: every('PHOTO'),
    state: every('READY'),
    takenAt: every(0).map(
      (_, at) => `${bucket}-${String(28 - Math.floor(at / 8)).padStart(2, '0')}T12:00:00.000Z`,
    ),
    utcOffsetMinutes: every(0),
    durationMs: every(null),
    favorite: every(favorite),
    archived: every(false),
    animated: every(false),
    live: every(false),
    place: every('Lisbon'),
    renditions: {
      base: 'https://cdn.test/r/',
      query: '',
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
    },
  };
}

const routes: RouteObject[] = [
  {
    path: '/',
    Component: () => (
      <>
        <TimelinePage above={<p>On this day</p>} />
        <ToastRegion />
      </>
    ),
  },
  { path: '/search', Component: () => <p>Search page</p> },
];

function results({ body }: { body: unknown }) {
  const { ids } = body as { ids: string[] };
  return { results: ids.map((id) => ({ id, status: 200 })) };
}

let calls: Call[] = [];

function answerAll(more: Parameters<typeof fakeService>[0] = {}) {
  const done = () => ({
    body: { editId: 'e1', ...results(calls.at(-1) ?? { body: { ids: [] } }) },
  });
  calls = fakeService({
    [`GET ${path}`]: { body: months.map((bucket) => ({ bucket, count: perMonth })) },
    ...Object.fromEntries(
      months.map((bucket) => [`GET ${path}/${bucket}`, { body: pageOf(bucket) }]),
    ),
    'POST /api/v1/downloads/check': {
      body: { itemCount: 2, totalBytes: 7_000_000, partCount: 1, missing: [] },
    },
    'GET /api/v1/tags': { body: { items: [{ name: 'Sea', count: 3 }] } },
    'PATCH /api/v1/media': done,
    'DELETE /api/v1/media': done,
    'POST /api/v1/media/edits/e1/undo': { body: { results: [] } },
    'POST /api/v1/trash/restore': { body: { results: [] } },
    ...more,
  });
}

beforeEach(standInForLayout);

afterEach(() => toasts.clear());

function bodyOf(method: string, end: string): unknown {
  return calls.findLast((call) => call.method === method && call.path.endsWith(end))?.body;
}

async function firstBox() {
  const boxes = await screen.findAllByRole('checkbox', { name: /^Select photo, 28 May 2024/ });
  const [box] = boxes;
  if (!box) throw new Error('no tile');
  return box;
}

it('namesPlaceAndKeepsTheDomSmall', async () => {
  answerAll();
  renderRoutes(routes);
  await firstBox();
  await waitFor(() =>
    expect(screen.getAllByRole('link', { name: 'Photo, 28 May 2024, Lisbon' }).length).toBe(8),
  );
  expect(screen.getAllByRole('link', { name: /^Photo/ }).length).toBeLessThan(50);
});

it('selectsEverythingThoughMostIsNotLoaded', async () => {
  answerAll();
  const { user } = renderRoutes(routes);
  await firstBox();
  expect(calls.some((call) => call.path.endsWith('2024-02'))).toBe(false);
  await user.keyboard('{Control>}a{/Control}');
  await screen.findByText('800 selected');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByText('800 selected')).toBeNull());
});

it('tellsTheSizeOfWhatIsSelected', async () => {
  answerAll();
  const { user } = renderRoutes(routes);
  await user.click(await firstBox());
  expect(await screen.findByText('7.0 MB')).toBeTruthy();
});

it('selectsADayByItsHeader', async () => {
  answerAll();
  const { user } = renderRoutes(routes);
  await firstBox();
  await user.click(screen.getByRole('checkbox', { name: 'Select all of 28 May 2024' }));
  expect(await screen.findByText('8 selected')).toBeTruthy();
});

it('favoursAndUndoesByKey', async () => {
  answerAll();
  const { user } = renderRoutes(routes);
  await user.click(await firstBox());
  await user.keyboard('f');
  await screen.findByText('1 item added to your favourites');
  expect(bodyOf('PATCH', '/media')).toEqual({
    ids: [idOf('2024-05', 0)],
    changes: { favorite: true },
  });
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByText('Undone.');
  expect(calls.some((call) => call.path.endsWith('/media/edits/e1/undo'))).toBe(true);
});

function timelineCalls(): number {
  return calls.filter((call) => call.path.startsWith(path)).length;
}

it('changesTilesInPlaceRatherThanFetchTheTimelineAnew', async () => {
  answerAll();
  const { user } = renderRoutes(routes);
  await user.click(await firstBox());
  await waitFor(() => expect(timelineCalls()).toBeGreaterThan(1));
  const before = timelineCalls();
  await user.keyboard('f');
  await screen.findByText('1 item added to your favourites');
  const name = 'Photo, 28 May 2024, Lisbon, favourite';
  expect(screen.getAllByRole('link', { name }).length).toBe(1);
  expect(timelineCalls()).toBe(before);
});

it('trashesAtOnceAndRestoresOnUndo', async () => {
  answerAll();
  const { user } = renderRoutes(routes);
  await user.click(await firstBox());
  await user.keyboard('{Delete}');
  await screen.findByText('1 item moved to the trash');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(bodyOf('POST', '/trash/restore')).toEqual({ ids: [idOf('2024-05', 0)] }),
  );
});

it('tellsWhatCouldNotBeChanged', async () => {
  const id = idOf('2024-05', 0);
  answerAll({
    'PATCH /api/v1/media': {
      body: {
        editId: 'e1',
        results: [{ id, status: 404, problem: { code: 'gone', detail: 'It is gone.' } }],
      },
    },
  });
  const { user } = renderRoutes(routes);
  await user.click(await firstBox());
  const bar = within(screen.getByRole('toolbar', { name: 'Selection' }));
  await user.click(bar.getByRole('button', { name: 'Archive' }));
  expect(await screen.findByText('1 item couldn’t be changed. It is gone.')).toBeTruthy();
});

it('shiftsDatesByADialog', async () => {
  answerAll();
  const { user } = renderRoutes(routes);
  await user.click(await firstBox());
  await user.click(screen.getByRole('button', { name: 'Edit date' }));
  await user.click(screen.getByRole('button', { name: 'Apply' }));
  expect(screen.getByText('Enter by how much, in whole numbers.')).toBeTruthy();
  await user.type(screen.getByLabelText('Hours'), '2');
  await user.click(screen.getByRole('radio', { name: 'Earlier' }));
  expect(screen.getByText('28 May 2024, 12:00 becomes 28 May 2024, 10:00')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Apply' }));
  await screen.findByText('Date of 1 item changed');
  expect(bodyOf('PATCH', '/media')).toEqual({
    ids: [idOf('2024-05', 0)],
    changes: { takenAt: { shiftMilliseconds: -7_200_000 } },
  });
});

it('addsTagsAndAPlace', async () => {
  answerAll();
  const { user } = renderRoutes(routes);
  await user.click(await firstBox());
  await user.click(screen.getByRole('button', { name: 'Tags' }));
  await user.type(screen.getByLabelText('Add a tag'), 'Harbour, Boats{Enter}');
  await user.click(screen.getByRole('button', { name: 'Apply' }));
  await screen.findByText('Tags of 1 item changed');
  expect(bodyOf('PATCH', '/media')).toMatchObject({ changes: { addTags: ['Harbour', 'Boats'] } });
  await user.click(screen.getByRole('button', { name: 'Edit place' }));
  await user.type(screen.getByLabelText('Coordinates'), '38.7223, -9.1393');
  await user.click(screen.getByRole('button', { name: 'Apply' }));
  await screen.findByText('Place of 1 item changed');
  expect(bodyOf('PATCH', '/media')).toMatchObject({
    changes: { location: { latitude: 38.7223, longitude: -9.1393 } },
  });
});

it('filtersByTheAddress', async () => {
  answerAll();
  const { user, router } = renderRoutes(routes);
  await firstBox();
  expect(screen.getByText('On this day')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Favourites' }));
  expect(router.state.location.search).toBe('?favorite=true');
  await waitFor(() => expect(screen.queryByText('On this day')).toBeNull());
});

it('helpsWithKeysAndGivesTheFocusBack', async () => {
  answerAll();
  const { user } = renderRoutes(routes);
  const box = await firstBox();
  box.focus();
  await user.keyboard('?');
  expect(screen.getByRole('dialog', { name: 'Keys' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(document.activeElement).toBe(box);
  await user.keyboard('/');
  expect(await screen.findByText('Search page')).toBeTruthy();
});
