import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerTo, forgetOld, install } from './shell';

const origin = 'https://albumen.example';
const shell = { version: 'v2', files: ['/theme.js', '/assets/index-1.js'] };

/** Caches by name, each a map from path to body. */
let stored: Map<string, Map<string, string>>;
let network: ReturnType<typeof vi.fn<(path: string) => Response>>;

const pathOf = (request: unknown) =>
  typeof request === 'string' ? request : new URL((request as { url: string }).url).pathname;

function fakeCache(files: Map<string, string>) {
  return {
    addAll: async (requests: unknown[]) => {
      for (const request of requests) {
        const response = network(pathOf(request));
        if (!response.ok) throw new TypeError('not all');
        files.set(pathOf(request), await response.text());
      }
    },
    match: async (request: unknown) => {
      const body = files.get(pathOf(request));
      return body === undefined ? undefined : new Response(body);
    },
    put: async (request: unknown, response: Response) => {
      files.set(pathOf(request), await response.text());
    },
  };
}

function ask(path: string, init: { mode?: string; method?: string } = {}) {
  const url = path.startsWith('/') ? origin + path : path;
  const request = { url, method: 'GET', mode: 'no-cors', ...init } as unknown as Request;
  return answerTo(request, origin, shell);
}

const navigate = (path: string) => ask(path, { mode: 'navigate' });

async function text(answer: Promise<Response> | undefined): Promise<string | undefined> {
  return (await answer)?.text();
}

beforeEach(() => {
  stored = new Map();
  network = vi.fn((path: string) => new Response(`new ${path}`));
  const cacheOf = (name: string) => {
    if (!stored.has(name)) stored.set(name, new Map());
    return fakeCache(stored.get(name) ?? new Map());
  };
  vi.stubGlobal(
    'Request',
    class {
      url: string;
      constructor(path: string) {
        this.url = origin + path;
      }
    },
  );
  vi.stubGlobal('caches', {
    open: async (name: string) => cacheOf(name),
    keys: async () => [...stored.keys()],
    delete: async (name: string) => stored.delete(name),
    match: async (request: unknown) => {
      for (const name of stored.keys()) {
        const found = await cacheOf(name).match(request);
        if (found) return found;
      }
      return undefined;
    },
  });
  vi.stubGlobal('fetch', async (request: unknown) => network(pathOf(request)));
});

function cutOff(): void {
  network.mockImplementation(() => {
    throw new TypeError('Failed to fetch');
  });
}

describe('the shell', () => {
  it.each([
    '/api/v1/media',
    '/api',
    '/q/health/live',
    '/internal/x',
    'https://cdn.example/renditions/a/thumbnail.webp?Signature=s',
    '/some-file.txt',
  ])('leaves %s to the network', (path) => {
    expect(ask(path)).toBeUndefined();
  });

  it('answers nothing but GET', () => {
    expect(ask('/theme.js', { method: 'POST' })).toBeUndefined();
  });

  it('starts without a network, at any page', async () => {
    await install(shell);
    cutOff();
    expect(await text(navigate('/films/019f'))).toBe('new /');
    expect(await text(ask('/assets/index-1.js'))).toBe('new /assets/index-1.js');
    expect(await text(ask('/theme.js'))).toBe('new /theme.js');
  });

  it('prefers the network’s page, and its own to a failure', async () => {
    await install(shell);
    expect(await text(navigate('/'))).toBe('new /');
    network.mockImplementation(() => new Response('newer'));
    expect(await text(navigate('/'))).toBe('newer');
    network.mockImplementation(() => new Response('broken', { status: 502 }));
    expect(await text(navigate('/'))).toBe('new /');
  });

  it('fetches a hashed file once', async () => {
    await install(shell);
    network.mockClear();
    await text(ask('/assets/index-1.js'));
    expect(network).not.toHaveBeenCalled();
  });

  it('is installed whole or not at all', async () => {
    network.mockImplementation((path) => new Response('', { status: path === '/' ? 200 : 404 }));
    await expect(install(shell)).rejects.toThrow();
  });

  it('keeps one build before its own for tabs that are open', async () => {
    for (const version of ['v0', 'v1', 'v2']) await install({ ...shell, version });
    stored.set('of another', new Map());
    await forgetOld(shell);
    expect([...stored.keys()]).toEqual(['albumen.shell.v1', 'albumen.shell.v2', 'of another']);
  });
});
