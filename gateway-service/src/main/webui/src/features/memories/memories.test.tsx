import { screen } from '@testing-library/react';
import { Outlet } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { fakeService } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { standInForLayout } from '@/testing/stand-in-for-layout';
import { MemoriesStrip, MemoryPage } from '.';

const year = new Date().getFullYear() - 3;

function memories(count: number) {
  const columns = {
    id: ['a'],
    renditionKey: [null],
    ratio: [1.5],
    thumbhash: [null],
    kind: ['PHOTO'],
    state: ['READY'],
    takenAt: [`${year}-03-14T09:00:00.000Z`],
    utcOffsetMinutes: [60],
    durationMs: [null],
    favorite: [false],
  };
  const renditions = { base: 'https://cdn.test/', query: '?s', expiresAt: '2030-01-01T00:00:00Z' };
  return { body: { items: count > 0 ? [{ year, count, media: columns }] : [], renditions } };
}

const routes = [
  {
    path: '/',
    Component: () => (
      <>
        <MemoriesStrip />
        <p>the timeline</p>
        <Outlet />
      </>
    ),
  },
  { path: '/memories/:year', Component: MemoryPage },
];

beforeEach(() => {
  standInForLayout();
});

it('leadsFromTheYearToItsPictures', async () => {
  fakeService({ 'GET /api/v1/memories': memories(40) });
  const { user } = renderRoutes(routes);
  await user.click(await screen.findByRole('link', { name: `3 years ago, ${year}: 40 items` }));
  const tile = await screen.findByRole('link', { name: `Photo, 14 March ${year}` });
  expect(tile.getAttribute('href')).toMatch(new RegExp(`^/memories/${year}/photos/a\\?on=`));
  const all = screen.getByRole('link', { name: 'Show all 40' });
  expect(all.getAttribute('href')).toMatch(new RegExp(`from=${year}-..-..&to=${year}-..-..$`));
});

it('isNotThereOnADayWithoutAny', async () => {
  const calls = fakeService({ 'GET /api/v1/memories': memories(0) });
  renderRoutes(routes);
  await screen.findByText('the timeline');
  await expect.poll(() => calls.length).toBe(1);
  expect(screen.queryByRole('heading')).toBeNull();
});
