import { screen, waitFor } from '@testing-library/react';
import type { RouteObject } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeService } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { standInForLayout } from '@/testing/stand-in-for-layout';
import { SearchPage } from '.';

const routes: RouteObject[] = [
  {
    path: '/search',
    Component: SearchPage,
    children: [{ path: 'photos/:id', element: <p>the viewer</p> }],
  },
];

function page(ids: string[], nextCursor?: string) {
  const all = <T,>(value: T) => ids.map(() => value);
  return {
    body: {
      id: ids,
      bucket: all('2019-03'),
      renditionKey: all(null),
      ratio: all(1.5),
      thumbhash: all(null),
      kind: all('PHOTO'),
      state: all('READY'),
      takenAt: all('2019-03-14T09:00:00.000Z'),
      utcOffsetMinutes: all(60),
      durationMs: all(null),
      favorite: all(false),
      renditions: { base: 'https://cdn.test/', query: '?s', expiresAt: '2030-01-01T00:00:00Z' },
      nextCursor,
    },
  };
}

const suggestions = {
  body: {
    items: [
      { type: 'PLACE', value: 'Lisbon', count: 12 },
      { type: 'WORD', value: 'listen', count: 1 },
    ],
  },
};

beforeEach(() => {
  standInForLayout();
});

it('asksForNothingBeforeAnythingIsWanted', async () => {
  const calls = fakeService({});
  renderRoutes(routes, '/search');
  expect(await screen.findByText('What are you looking for?')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('combobox'));
  expect(calls).toEqual([]);
});

it('keepsWordsAndFiltersInTheAddress', async () => {
  fakeService({ 'GET /api/v1/search': page(['a']) });
  const { user, router } = renderRoutes(routes, '/search');
  await user.type(await screen.findByRole('combobox'), 'red boat');
  await user.click(screen.getByRole('button', { name: 'Favourites' }));
  expect(router.state.location.search).toBe('?q=red+boat&favorite=true');
  await user.click(screen.getByRole('radio', { name: 'Videos' }));
  await waitFor(() => expect(router.state.location.search).toContain('kind=VIDEO'));
  expect(await screen.findByText('1 found')).toBeTruthy();
  await router.navigate(-1);
  await waitFor(() =>
    expect(screen.getByRole('radio', { name: 'Anything' })).toHaveProperty('checked', true),
  );
});

it('takesASuggestionByKeysAsAChip', async () => {
  fakeService({
    'GET /api/v1/search': page(['a']),
    'GET /api/v1/search/suggestions': suggestions,
  });
  const { user, router } = renderRoutes(routes, '/search');
  const box = await screen.findByRole('combobox');
  await user.type(box, 'lis');
  const option = await screen.findByRole('option', { name: 'Place Lisbon, 12 items' });
  expect(box.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{ArrowDown}');
  expect(box.getAttribute('aria-activedescendant')).toBe(option.id);
  await user.keyboard('{Enter}');
  expect(router.state.location.search).toBe('?place=Lisbon');
  expect(box).toHaveProperty('value', '');
  expect(screen.queryByRole('option')).toBeNull();
  await user.keyboard('{Backspace}');
  await waitFor(() => expect(router.state.location.search).toBe(''));
});

it('opensTheViewerAndComesBackToTheSameTile', async () => {
  fakeService({ 'GET /api/v1/search': page(['a', 'b']) });
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((run) => {
    run(0);
    return 0;
  });
  const { user, router } = renderRoutes(routes, '/search?tag=beach');
  const tiles = await screen.findAllByRole('link', { name: 'Photo, 14 March 2019' });
  tiles[0]?.focus();
  await user.keyboard('{ArrowRight}{Enter}');
  expect(router.state.location.pathname).toBe('/search/photos/b');
  expect(screen.getByText('the viewer')).toBeTruthy();
  await router.navigate(-1);
  await waitFor(() => expect((document.activeElement as HTMLElement).dataset.tile).toBe('b'));
});

it('saysThatNothingWasFound', async () => {
  fakeService({ 'GET /api/v1/search': page([]) });
  renderRoutes(routes, '/search?q=unicorn');
  expect(await screen.findByRole('heading', { name: 'Nothing found' })).toBeTruthy();
});

it('asksForNoDaysInTheWrongOrder', async () => {
  const calls = fakeService({});
  renderRoutes(routes, '/search?from=2020-01-02&to=2020-01-01');
  expect((await screen.findByRole('alert')).textContent).toBe('The first day is after the last.');
  expect(calls).toEqual([]);
});
