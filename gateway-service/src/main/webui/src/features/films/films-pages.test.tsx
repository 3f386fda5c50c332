import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Video } from '@/lib/api/contract';
import { fakeService, problem } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { FilmPage, FilmsPage, NewFilmPage } from '.';

const routes = [
  { path: '/', element: <p>timeline</p> },
  { path: '/films', Component: FilmsPage },
  { path: '/films/new', Component: NewFilmPage },
  { path: '/films/:id', Component: FilmPage },
];

const film: Video = {
  id: 'f1',
  title: 'Lisbon',
  status: 'QUEUED',
  progress: 0,
  photoCount: 3,
  durationMs: 9_000,
  createdAt: '2026-05-03T10:00:00.000Z',
  options: {
    aspect: '16:9',
    resolution: '1080p',
    secondsPerPhoto: 3,
    transition: 'CROSSFADE',
    motion: 'NONE',
    order: 'GIVEN',
    seed: 1,
  },
};

function medium(id: string, kind = 'PHOTO', name = `${id}.jpg`) {
  return { id, kind, name, state: 'READY' };
}

function makerService(create: object = { status: 202, body: film }) {
  return fakeService({
    'GET /api/v1/media': {
      body: { items: [medium('a'), medium('b'), medium('c'), medium('s', 'SOUND', 'song.mp3')] },
    },
    'GET /api/v1/timeline/buckets': { body: [{ bucket: '2026-05', count: 1 }] },
    'GET /api/v1/timeline/buckets/2026-05': {
      body: { bucket: '2026-05', id: ['s'], kind: ['SOUND'], state: ['READY'] },
    },
    'POST /api/v1/videos': create,
    'GET /api/v1/videos/f1': { body: film },
  });
}

async function frames(count: number): Promise<HTMLElement[]> {
  const board = await screen.findByRole('list', { name: 'Storyboard' });
  await waitFor(() => expect(within(board).getAllByRole('listitem')).toHaveLength(count));
  return within(board).getAllByRole('listitem');
}

function sent(calls: { method: string; path: string; body: unknown }[]) {
  return calls.find(({ method, path }) => method === 'POST' && path === '/api/v1/videos')?.body;
}

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  vi.stubGlobal('CSS', { escape: (text: string) => text });
});

describe('NewFilmPage', () => {
  it('sends the photos in their new order with the options', async () => {
    const calls = makerService();
    const { user, router } = renderRoutes(routes, '/films/new?ids=a,b,c');
    await frames(3);
    await user.click(screen.getByRole('button', { name: 'Move photo 1 later' }));
    await user.click(screen.getByRole('button', { name: 'Remove photo 3' }));
    await user.type(screen.getByLabelText('Title'), ' Lisbon ');
    await user.click(screen.getByRole('radio', { name: 'Hard cut' }));
    await user.selectOptions(await screen.findByLabelText('Music'), [
      await screen.findByRole('option', { name: 'song.mp3' }),
    ]);
    await user.click(screen.getByRole('button', { name: 'Make film' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/films/f1'));
    expect(sent(calls)).toEqual({
      title: 'Lisbon',
      source: { mediaIds: ['b', 'a'] },
      options: {
        aspect: '16:9',
        resolution: '1080p',
        secondsPerPhoto: 3,
        transition: 'NONE',
        musicMediaId: 's',
        order: 'GIVEN',
      },
    });
  });

  it('keeps the focus on the step that was taken', async () => {
    makerService();
    const { user } = renderRoutes(routes, '/films/new?ids=a,b,c');
    await frames(3);
    await user.click(screen.getByRole('button', { name: 'Move photo 1 later' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move photo 2 later' }));
  });

  it('leaves out what is not a photo, and says so', async () => {
    makerService();
    renderRoutes(routes, '/films/new?ids=a,b,s');
    await frames(2);
    expect(screen.getByText(/One picked item isn’t a photo/)).toBeTruthy();
    expect(screen.getByText(/About 0:06/)).toBeTruthy();
  });

  it('asks for a title before it sends anything', async () => {
    const calls = makerService();
    const { user } = renderRoutes(routes, '/films/new?ids=a,b');
    await frames(2);
    await user.click(screen.getByRole('button', { name: 'Make film' }));
    expect(screen.getByText('Give the film a title.')).toBeTruthy();
    expect(sent(calls)).toBeUndefined();
  });

  it('points at the photo that the service refused', async () => {
    makerService(
      problem(422, 'unusable-sources', 'Some photos can’t be used', [
        { path: 'source.mediaIds[1]', message: 'there is no medium b' },
      ]),
    );
    const { user } = renderRoutes(routes, '/films/new?ids=a,b');
    await frames(2);
    await user.type(screen.getByLabelText('Title'), 'x');
    await user.click(screen.getByRole('button', { name: 'Make film' }));
    expect(await screen.findByText('Some photos can’t be used')).toBeTruthy();
    const [first, second] = await frames(2);
    expect(first?.textContent).not.toContain('Can’t be used');
    expect(second?.textContent).toContain('Can’t be used');
  });

  it('sends one to the timeline when nothing is picked', () => {
    makerService();
    renderRoutes(routes, '/films/new');
    expect(screen.getByRole('link', { name: 'Pick photos' }).getAttribute('href')).toBe('/');
  });
});

describe('FilmPage', () => {
  it('follows the progress until the film can be played', async () => {
    let asked = 0;
    const steps: Video[] = [
      { ...film, status: 'RENDERING', progress: 40 },
      { ...film, status: 'READY', progress: 100, playbackUrl: 'http://cdn/film.mp4?sig=1' },
    ];
    fakeService({
      'GET /api/v1/videos/f1': () => ({ body: steps[Math.min(asked++, 1)] }),
    });
    renderRoutes(routes, '/films/f1');
    const bar = await screen.findByRole('progressbar', { name: 'Film progress' });
    expect(bar.getAttribute('aria-valuenow')).toBe('40');
    const player = await screen.findByLabelText('Film: Lisbon', {}, { timeout: 4_000 });
    expect(player.getAttribute('src')).toBe('http://cdn/film.mp4?sig=1');
  });

  it('tells why a film failed and makes it again', async () => {
    const failure = { code: 'source-unreadable', detail: 'Photo 2 is damaged' };
    fakeService({
      'GET /api/v1/videos/f1': { body: { ...film, status: 'FAILED', failure } },
      'POST /api/v1/videos/f1/retry': { status: 202, body: film },
    });
    const { user } = renderRoutes(routes, '/films/f1');
    expect(await screen.findByText('Photo 2 is damaged')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Make it again' }));
    expect(await screen.findByText('In the queue')).toBeTruthy();
  });

  it('deletes only after it was asked twice', async () => {
    const calls = fakeService({
      'GET /api/v1/videos/f1': { body: { ...film, status: 'CANCELLED' } },
      'DELETE /api/v1/videos/f1': { status: 204 },
      'GET /api/v1/videos': { body: { items: [] } },
    });
    const { user, router } = renderRoutes(routes, '/films/f1');
    await user.click(await screen.findByRole('button', { name: 'Delete film' }));
    expect(calls.some(({ method }) => method === 'DELETE')).toBe(false);
    expect(document.activeElement?.textContent).toBe('Keep it');
    await user.click(screen.getByRole('button', { name: 'Delete film' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/films'));
  });

  it('says that a film isn’t there', async () => {
    fakeService({});
    renderRoutes(routes, '/films/f1');
    expect(await screen.findByText('No such film')).toBeTruthy();
  });
});

describe('FilmsPage', () => {
  it('lists films with their status', async () => {
    const failed = { ...film, id: 'f2', title: 'Porto', status: 'FAILED' };
    fakeService({ 'GET /api/v1/videos': { body: { items: [film, failed] } } });
    renderRoutes(routes, '/films');
    expect(await screen.findByRole('link', { name: 'Lisbon, In the queue' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Porto, Failed' }).getAttribute('href')).toBe(
      '/films/f2',
    );
  });

  it('says how to begin when there are none', async () => {
    fakeService({ 'GET /api/v1/videos': { body: { items: [] } } });
    renderRoutes(routes, '/films');
    expect(await screen.findByText('No films yet')).toBeTruthy();
  });
});
