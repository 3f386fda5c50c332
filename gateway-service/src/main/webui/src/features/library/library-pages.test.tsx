import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Outlet, type RouteObject, useLocation } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { fakeService, problem } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { standInForLayout } from '@/testing/stand-in-for-layout';
import { TimelinePage, ViewerPage } from '.';

const ids = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
const path = '/api/v1/timeline/buckets';
const buckets = { body: [{ bucket: '2019-03', count: 3 }] };

function month(ready = true) {
  return {
    body: {
      bucket: '2019-03',
      id: ids,
      renditionKey: ['k0', ready ? 'k1' : null, 'k2'],
      ratio: [1.5, ready ? 0.75 : null, null],
      thumbhash: [null, null, null],
      kind: ['PHOTO', 'PHOTO', 'SOUND'],
      state: ['READY', ready ? 'READY' : 'PROCESSING', 'READY'],
      // Late in the evening in UTC, but the next morning where it was taken.
      takenAt: ['2019-03-14T22:00:00.000Z', '2019-03-14T08:00:00.000Z', '2019-03-13T08:00:00.000Z'],
      utcOffsetMinutes: [540, 60, null],
      durationMs: [null, null, 65_000],
      favorite: [false, false, false],
      renditions: {
        base: 'https://cdn.test/r/',
        query: '?signed',
        expiresAt: new Date(Date.now() + 600_000).toISOString(),
      },
    },
  };
}

function media(id: string | undefined) {
  return {
    body: {
      id,
      kind: 'PHOTO',
      state: 'READY',
      name: 'IMG_0001.jpg',
      contentType: 'image/jpeg',
      sizeBytes: 1_500_000,
      width: 4032,
      height: 3024,
      takenAt: '2019-03-14T22:00:00.000Z',
      utcOffsetMinutes: 540,
      takenAtSource: 'EXIF',
      camera: { make: 'Apple', model: 'iPhone 15 Pro', exposureSeconds: 0.004, iso: 64 },
    },
  };
}

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

const routes: RouteObject[] = [
  {
    Component: () => (
      <>
        <TimelinePage />
        <Outlet />
      </>
    ),
    children: [
      { index: true, Component: () => null },
      { path: 'photos/:id', Component: ViewerPage },
    ],
  },
  { path: 'films/new', Component: Address },
];

beforeEach(standInForLayout);

it('namesEachTileByItsLocalDay', async () => {
  fakeService({ [`GET ${path}`]: buckets, [`GET ${path}/2019-03`]: month() });
  renderRoutes(routes);
  expect(await screen.findByRole('link', { name: 'Photo, 15 March 2019' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Photo, 14 March 2019' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Sound, 13 March 2019, 1:05' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'March 2019' })).toBeTruthy();
});

it('signsAThumbnailAndGivesSoundNone', async () => {
  fakeService({ [`GET ${path}`]: buckets, [`GET ${path}/2019-03`]: month() });
  renderRoutes(routes);
  const tile = await screen.findByRole('link', { name: 'Photo, 15 March 2019' });
  expect(tile.querySelector('img')?.src).toBe('https://cdn.test/r/k0/thumbnail.webp?signed');
  expect(screen.getByRole('link', { name: /^Sound/ }).querySelector('img')).toBeNull();
});

it('showsATileAsSoonAsItIsPrepared', async () => {
  let ready = false;
  fakeService({ [`GET ${path}`]: buckets, [`GET ${path}/2019-03`]: () => month(ready) });
  renderRoutes(routes);
  await screen.findByRole('link', { name: 'Photo, 14 March 2019, being prepared' });
  ready = true;
  await screen.findByRole('link', { name: 'Photo, 14 March 2019' }, { timeout: 4_000 });
});

it('makesAFilmOfTheSelectionOldestFirst', async () => {
  fakeService({ [`GET ${path}`]: buckets, [`GET ${path}/2019-03`]: month() });
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('checkbox', { name: 'Select photo, 15 March 2019' }));
  expect(screen.getByRole('button', { name: 'Make film' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('checkbox', { name: 'Select all of 14 March 2019' }));
  expect(screen.getByText('2 selected')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make film' }));
  expect(screen.getByRole('status').textContent).toBe(`/films/new?ids=${ids[1]},${ids[0]}`);
});

it('clearsTheSelectionOnEscape', async () => {
  fakeService({ [`GET ${path}`]: buckets, [`GET ${path}/2019-03`]: month() });
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('checkbox', { name: 'Select photo, 15 March 2019' }));
  await user.keyboard('{Escape}');
  expect(screen.queryByText('1 selected')).toBeNull();
});

it('invitesToUploadIntoAnEmptyLibrary', async () => {
  fakeService({ [`GET ${path}`]: { body: [] } });
  renderRoutes(routes);
  const link = await screen.findByRole('link', { name: 'Upload photos' });
  expect(link.getAttribute('href')).toBe('/upload');
});

it('tellsAFailureAndTriesAgain', async () => {
  let down = true;
  fakeService({
    [`GET ${path}`]: () => (down ? problem(503, 'down') : buckets),
    [`GET ${path}/2019-03`]: month(),
  });
  const { user } = renderRoutes(routes);
  const again = await screen.findByRole('button', { name: 'Try again' });
  down = false;
  await user.click(again);
  expect(await screen.findByRole('link', { name: 'Photo, 15 March 2019' })).toBeTruthy();
});

it('pagesThroughTheTimelineAndClosesToIt', async () => {
  fakeService({
    [`GET ${path}`]: buckets,
    [`GET ${path}/2019-03`]: month(),
    [`GET /api/v1/media/${ids[0]}`]: media(ids[0]),
    [`GET /api/v1/media/${ids[1]}`]: media(ids[1]),
  });
  const { user, router } = renderRoutes(routes, `/photos/${ids[0]}`);
  const next = await screen.findByRole('button', { name: 'Next' });
  await waitFor(() => expect(next).toHaveProperty('disabled', false));
  expect(screen.getByRole('button', { name: 'Previous' })).toHaveProperty('disabled', true);
  await user.keyboard('{ArrowRight}');
  expect(router.state.location.pathname).toBe(`/photos/${ids[1]}`);
  await user.click(screen.getByRole('button', { name: 'Close viewer' }));
  expect(router.state.location.pathname).toBe('/');
});

it('tellsWhatIsKnownOfAPhoto', async () => {
  fakeService({ [`GET ${path}`]: buckets, [`GET /api/v1/media/${ids[0]}`]: media(ids[0]) });
  const { user } = renderRoutes(routes, `/photos/${ids[0]}`);
  await screen.findByRole('heading', { name: '15 March 2019, 07:00' });
  await user.click(screen.getByRole('button', { name: 'Information' }));
  const panel = screen.getByRole('complementary', { name: 'Information' });
  for (const fact of ['UTC+09:00', 'Apple iPhone 15 Pro', '1/250 s · ISO 64', '4032 × 3024']) {
    expect(panel.textContent).toContain(fact);
  }
});

it('tellsThatThereIsNoSuchPhoto', async () => {
  fakeService({
    [`GET ${path}`]: buckets,
    [`GET /api/v1/media/${ids[0]}`]: problem(404, 'media-not-found', 'There is no such item.'),
  });
  renderRoutes(routes, `/photos/${ids[0]}`);
  expect(await screen.findByText('There is no such item.')).toBeTruthy();
});

it('showsAFavouriteWithoutFetchingTheTimelineAnew', async () => {
  const id = ids[0];
  const calls = fakeService({
    [`GET ${path}`]: buckets,
    [`GET ${path}/2019-03`]: month(),
    [`GET /api/v1/media/${id}`]: media(id),
    [`PATCH /api/v1/media/${id}`]: { body: { ...media(id).body, favorite: true } },
  });
  const { user } = renderRoutes(routes, `/photos/${id}`);
  const next = await screen.findByRole('button', { name: 'Next' });
  await waitFor(() => expect(next).toHaveProperty('disabled', false));
  const before = calls.filter((call) => call.path.startsWith(path)).length;
  await user.keyboard('f');
  await screen.findByRole('link', { name: 'Photo, 15 March 2019, favourite', hidden: true });
  await screen.findByRole('button', { name: 'Favourite', pressed: true });
  expect(calls.filter((call) => call.path.startsWith(path)).length).toBe(before);
});

it('signsAPictureAnewThatIsRefused', async () => {
  const id = ids[0];
  let url = 'https://cdn.test/old';
  fakeService({
    [`GET ${path}`]: buckets,
    [`GET ${path}/2019-03`]: month(),
    [`GET /api/v1/media/${id}`]: media(id),
    [`GET /api/v1/media/${id}/content`]: () => ({ body: { url } }),
  });
  renderRoutes(routes, `/photos/${id}`);
  const shown = () => document.querySelector<HTMLImageElement>('dialog img[alt^=Photo]');
  await waitFor(() => expect(shown()?.src).toBe('https://cdn.test/old'));
  url = 'https://cdn.test/new';
  const old = shown();
  if (old) fireEvent.error(old);
  await waitFor(() => expect(shown()?.src).toBe('https://cdn.test/new'));
  const again = shown();
  if (again) fireEvent.error(again);
  expect(await screen.findByText('This picture can’t be shown at the moment.')).toBeTruthy();
});

it('givesTheFocusToTheViewerLestSpaceCloseIt', async () => {
  const id = ids[0];
  fakeService({ [`GET ${path}`]: buckets, [`GET /api/v1/media/${id}`]: media(id) });
  const { user, router } = renderRoutes(routes, `/photos/${id}`);
  const viewer = await screen.findByRole('dialog', { name: 'Viewer' });
  expect(document.activeElement).toBe(viewer);
  await user.keyboard(' ');
  expect(router.state.location.pathname).toBe(`/photos/${id}`);
});
