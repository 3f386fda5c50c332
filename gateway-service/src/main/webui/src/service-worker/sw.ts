import { isShare, takeShare } from './share';
import { answerTo, forgetOld, install, type Shell } from './shell';

declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build. */
declare const __SHELL__: Shell;

const shell = __SHELL__;

self.addEventListener('install', (event) => event.waitUntil(install(shell)));

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld(shell).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const answer = isShare(request)
    ? takeShare(request)
    : answerTo(request, self.location.origin, shell);
  if (answer) event.respondWith(answer);
});

/** Somebody has asked for the new version; until then open tabs keep theirs. */
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
