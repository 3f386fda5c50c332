import { screen, waitFor } from '@testing-library/react';
import type { RouteObject } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DownloadsPage } from '@/features/download';
import { FilmPage, FilmsPage } from '@/features/films';
import { ViewerPage } from '@/features/library';
import { NotificationsPage } from '@/features/notifications';
import { SearchPage } from '@/features/search';
import { fakeService } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { standInForLayout } from '@/testing/stand-in-for-layout';

const texts = [
  `<img src=x onerror=alert(1)><script>alert(1)</script>"><svg onload=alert(1)>'-alert(1)-'`,
  'javascript:alert(1)',
  '${jndi:ldap://evil} =cmd()|A0 {{alert(1)}} [a](javascript:alert(1)) &lt;img src=x onerror=b&gt;',
];
const id = '00000000-0000-4000-8000-00000000000a';
const when = '2026-05-03T10:00:00.000Z';

const routes: RouteObject[] = [
  { path: '/photos/:id', Component: ViewerPage },
  { path: '/search', Component: SearchPage },
  { path: '/films', Component: FilmsPage },
  { path: '/films/:id', Component: FilmPage },
  { path: '/downloads', Component: DownloadsPage },
  { path: '/notifications', Component: NotificationsPage },
];

/** Everything that somebody may have written, or a file may say of itself. */
function service(text: string) {
  const film = {
    id: 'f1',
    title: text,
    status: 'READY',
    progress: 100,
    photoCount: 3,
    durationMs: 9_000,
    createdAt: when,
    options: { aspect: '16:9', resolution: '1080p', secondsPerPhoto: 3, order: 'GIVEN', seed: 1 },
  };
  const found = [id];
  return fakeService({
    [`GET /api/v1/media/${id}`]: {
      body: {
        id,
        kind: 'PHOTO',
        state: 'READY',
        name: text,
        title: text,
        description: text,
        contentType: 'image/jpeg',
        sizeBytes: 1_500_000,
        takenAt: when,
        takenAtSource: 'EXIF',
        camera: { make: text, model: text, lens: text },
        place: { latitude: 1, longitude: 2, city: text, region: text, country: text },
        track: { container: text, title: text, artist: text, album: text },
        tags: [text],
      },
    },
    'GET /api/v1/tags': { body: { items: [{ name: text, count: 1 }] } },
    'GET /api/v1/search': {
      body: {
        id: found,
        bucket: ['2026-05'],
        renditionKey: [text],
        ratio: [1],
        thumbhash: [text],
        kind: ['PHOTO'],
        state: ['READY'],
        takenAt: [when],
        utcOffsetMinutes: [0],
        durationMs: [null],
        favorite: [false],
        place: [text],
        renditions: { base: 'https://cdn.test/', query: '?s', expiresAt: '2030-01-01T00:00:00Z' },
      },
    },
    'GET /api/v1/search/suggestions': {
      body: {
        items: ['TAG', 'PLACE', 'CAMERA', 'WORD'].map((type) => ({ type, value: text, count: 1 })),
      },
    },
    'GET /api/v1/videos': { body: { items: [film] } },
    'GET /api/v1/videos/f1': { body: film },
    'GET /api/v1/downloads': {
      body: {
        items: [
          {
            id: 'd',
            name: text,
            state: 'READY',
            itemCount: 2,
            totalBytes: 1,
            doneBytes: 1,
            parts: [{ number: 1, name: text, sizeBytes: 1, url: 'https://store.test/a' }],
            createdAt: when,
          },
        ],
      },
    },
    'GET /api/v1/notifications': {
      body: {
        items: [
          { id: '1', type: 'VIDEO_READY', createdAt: when, videoId: id, title: text },
          {
            id: '2',
            type: 'VIDEO_FAILED',
            createdAt: when,
            videoId: id,
            title: text,
            detail: text,
          },
          { id: '3', type: 'MEDIA_REJECTED', createdAt: when, name: text, detail: text },
        ],
        unread: 3,
      },
    },
  });
}

/** It is there to be read, and is nothing else. */
async function expectInert(text: string) {
  await waitFor(() => expect(shown()).toContain(text));
  expect(document.querySelector('script, iframe, object, embed, [srcdoc]')).toBeNull();
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/);
      if (['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name)) {
        expect(value).not.toMatch(/^\s*javascript:|^x$/i);
      }
    }
  }
  expect(window.alert).not.toHaveBeenCalled();
}

function shown(): string {
  const fields = [...document.querySelectorAll('input, textarea')];
  const typed = fields.map((field) => (field as HTMLInputElement).value);
  return [document.body.textContent, ...typed].join('\n');
}

beforeEach(() => {
  standInForLayout();
  vi.spyOn(window, 'alert').mockReturnValue(undefined);
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});

describe.each(texts)('hostile text %s', (text) => {
  it('attack42IsInertInAViewedPhotosNamesTagsAndExif', async () => {
    service(text);
    const { user } = renderRoutes(routes, `/photos/${id}`);
    await user.click(await screen.findByRole('button', { name: 'Information' }));
    await expectInert(text);
  });

  it('attack42IsInertInWhatIsSuggestedAndSearchedFor', async () => {
    service(text);
    const { user } = renderRoutes(
      routes,
      `/search?${new URLSearchParams({ q: text, tag: text, place: text, camera: text })}`,
    );
    await user.type(await screen.findByRole('combobox'), 'a');
    await expectInert(text);
  });

  it.each(['/films', '/films/f1', '/downloads', '/notifications'])(
    'attack42IsInertInTheTitlesAt %s',
    async (path) => {
      service(text);
      renderRoutes(routes, path);
      await expectInert(text);
    },
  );
});
