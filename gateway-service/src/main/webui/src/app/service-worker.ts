import { showToast } from '@/components/toast-store';
import { texts } from '@/lib/texts';

const updateCheckMs = 60 * 60_000;
/** The offer stays: it goes when it is taken, or put away. */
const offerSeconds = 24 * 60 * 60;

/** Lets the app start without a network and take what phones share; updates when one agrees. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register('/sw.js', { updateViaCache: 'none' })
    .then(watch)
    // Not allowed here, or out of reach: the app works as it is.
    .catch(() => undefined);
}

function watch(registration: ServiceWorkerRegistration): void {
  const offerWaiting = () => {
    // Without a controller it is the first of all, and takes over by itself.
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
  };
  offerWaiting();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offerWaiting);
  });
  setInterval(() => void registration.update().catch(() => undefined), updateCheckMs);
}

function offer(waiting: ServiceWorker): void {
  showToast({
    key: 'new-version',
    text: texts.app.newVersion,
    seconds: offerSeconds,
    action: {
      label: texts.app.reloadNow,
      run: () => {
        navigator.serviceWorker.addEventListener('controllerchange', () => {
          window.location.reload();
        });
        waiting.postMessage('take-over');
      },
    },
  });
}
