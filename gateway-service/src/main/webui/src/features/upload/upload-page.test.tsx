import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Outlet } from 'react-router';
import { fakeService } from '@/testing/fake-service';
import { session } from '@/lib/session/browser-session';
import { renderRoutes } from '@/testing/render-routes';
import { UploadPage, UploadPill, UploadProvider } from '.';

vi.mock('./lib/files/hash-file', () => ({
  hashFile: (file: File) => Promise.resolve({ sha256: file.name, parts: [] }),
}));
const keys = vi.hoisted(() => ({ next: 1 }));
vi.mock('./lib/queue/new-key', () => ({ newKey: () => `file-${keys.next++}` }));
vi.mock('./lib/files/put-object', () => ({ putObject: () => Promise.resolve('stored') }));

const onArrival = vi.fn();
const usage = {
  storageBytes: 10_000_000_000,
  quotaBytes: 50_000_000_000,
  today: { usedBytes: 0, reservedBytes: 0, limitBytes: 5_000_000_000, resetsAt: '' },
};

function Frame() {
  return (
    <UploadProvider onArrival={onArrival}>
      <UploadPill />
      <Outlet />
    </UploadProvider>
  );
}

function show() {
  const routes = [{ Component: Frame, children: [{ path: '/upload', Component: UploadPage }] }];
  return renderRoutes(routes, '/upload');
}

function minted(name: string, result: object) {
  return { clientId: name, ...result };
}

/** Answers for files by their place in the list: the engine names them file-1, file-2, … */
function service() {
  return fakeService({
    'GET /api/v1/usage': { body: usage },
    'GET /api/v1/uploads': { body: { items: [] } },
    'POST /api/v1/uploads': {
      body: {
        results: [
          minted('file-1', {
            status: 'ACCEPTED',
            uploadId: 'u1',
            put: { url: 'http://store/u1', headers: {} },
          }),
          minted('file-2', {
            status: 'REJECTED',
            problem: { code: 'type-not-taken', status: 422, detail: 'b.txt: not taken' },
          }),
          minted('file-3', { status: 'DUPLICATE', mediaId: 'm3' }),
        ],
      },
    },
    'POST /api/v1/uploads/complete': {
      body: { results: [{ id: 'u1', status: 'OK', mediaId: 'm1' }] },
    },
    'GET /api/v1/media': { body: { items: [{ id: 'm1', state: 'READY' }] } },
  });
}

function row(name: string): HTMLElement {
  const list = screen.getByRole('list', { name: 'Files' });
  const found = within(list)
    .getAllByRole('listitem')
    .find((item) => item.textContent.includes(name));
  if (!found) throw new Error(`no row of ${name}`);
  return found;
}

beforeEach(() => {
  // jsdom reads no blobs.
  const arrayBuffer = () => Promise.resolve(new ArrayBuffer(1));
  Object.defineProperty(Blob.prototype, 'arrayBuffer', { value: arrayBuffer, configurable: true });
  keys.next = 1;
  session.adopt({
    accessToken: `h.${btoa(JSON.stringify({ sub: crypto.randomUUID() }))}.s`,
    expiresIn: 900,
  });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});

describe('UploadPage', () => {
  it('tells what is left of the quota and of the day', async () => {
    service();
    show();
    expect(await screen.findByText('40 GB free')).toBeTruthy();
    expect(screen.getByText(/5\.0 GB more today/)).toBeTruthy();
  });

  it('shows beside each file what became of it', async () => {
    service();
    const { user } = show();
    await user.upload(screen.getByLabelText('Choose files'), [
      new File(['a'], 'a.png'),
      new File(['b'], 'b.png'),
      new File(['c'], 'c.png'),
    ]);
    await waitFor(() => expect(row('a.png').textContent).toContain('Done'), { timeout: 5_000 });
    expect(row('b.png').textContent).toContain('b.txt: not taken');
    expect(within(row('c.png')).getByRole('link').getAttribute('href')).toBe('/photos/m3');
    expect(screen.getByText('3 of 3 finished', { exact: false })).toBeTruthy();
    expect(screen.getByRole('link', { name: '1 failed to upload' })).toBeTruthy();
  });

  it('takes a failed file off the list', async () => {
    service();
    const { user } = show();
    await user.upload(screen.getByLabelText('Choose files'), new File([], 'empty.png'));
    expect(await screen.findByText('The file is empty.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Remove empty.png' }));
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Files' })).toBeNull());
  });

  it('takes pasted files on any page', async () => {
    service();
    show();
    const paste = Object.assign(new Event('paste', { cancelable: true }), {
      clipboardData: { files: [new File([], 'pasted.png')] },
    });
    window.dispatchEvent(paste);
    expect(await screen.findByText('pasted.png')).toBeTruthy();
    expect(onArrival).toHaveBeenCalledOnce();
  });
});
