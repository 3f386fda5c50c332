/** The files of one build that the app needs to start without a network. */
export interface Shell {
  /** Differs whenever any of the files does. */
  version: string;
  /** Paths, the page itself not among them. */
  files: readonly string[];
}

const page = '/';
const prefix = 'albumen.shell.';
/** Under this a page waits no longer for the network when it has one of its own. */
const patienceMs = 4_000;
/** Tabs of the build before may still be open, and load what they need of it. */
const keptBuilds = 2;

/** Stored under any coding, a file is the same. */
const anyCoding = { ignoreVary: true };

/** Stores a build whole, or not at all. */
export async function install({ version, files }: Shell): Promise<void> {
  const cache = await caches.open(prefix + version);
  await cache.addAll([page, ...files].map((path) => new Request(path, { cache: 'no-cache' })));
}

/** Drops what no open tab can need any more. */
export async function forgetOld({ version }: Shell): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const others = builds.filter((name) => name !== prefix + version);
  await Promise.all(others.slice(0, -(keptBuilds - 1)).map((name) => caches.delete(name)));
}

/**
 * What to answer, or nothing where the network is to be left alone: calls, media, other origins.
 * Only the app's own files ever come out of a cache, and only they go into one.
 */
export function answerTo(
  request: Request,
  origin: string,
  shell: Shell,
): Promise<Response> | undefined {
  const { origin: theirs, pathname } = new URL(request.url);
  if (request.method !== 'GET' || theirs !== origin || isReserved(pathname)) return undefined;
  if (request.mode === 'navigate') return answerPage(request, shell);
  const isFile = pathname.startsWith('/assets/') || shell.files.includes(pathname);
  return isFile ? answerFile(request, pathname, shell) : undefined;
}

function isReserved(path: string): boolean {
  return /^\/(?:api|q|internal)(?:\/|$)/.test(path);
}

/** The network's page, which is never old; the stored one where there is no network. */
async function answerPage(request: Request, { version }: Shell): Promise<Response> {
  const stored = await (await caches.open(prefix + version)).match(page, anyCoding);
  try {
    const response = await (stored ? withPatience(request) : fetch(request));
    return stored && response.status >= 500 ? stored : response;
  } catch (error) {
    if (stored) return stored;
    throw error;
  }
}

/** A navigation can't be given a signal, so it is left behind where it takes too long. */
function withPatience(request: Request): Promise<Response> {
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('too slow')), patienceMs);
  });
  return Promise.race([fetch(request), tooLong]);
}

/** Hashed files never change under their name; the others are asked for first. */
async function answerFile(request: Request, path: string, { version }: Shell): Promise<Response> {
  const hashed = path.startsWith('/assets/');
  if (hashed) {
    const stored = await caches.match(path, anyCoding);
    if (stored) return stored;
  }
  try {
    const response = await fetch(request);
    if (hashed && response.status === 200 && response.type === 'basic') {
      const cache = await caches.open(prefix + version);
      await cache.put(path, response.clone()).catch(() => undefined);
    }
    return response;
  } catch (error) {
    const stored = await caches.match(path, anyCoding);
    if (stored) return stored;
    throw error;
  }
}
