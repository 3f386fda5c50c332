import { ProblemError, readProblem, unreachable } from '@/lib/problem';
import { texts } from '@/lib/texts';
import type { PutOutcome, PutTicket } from '../engine/upload-transport';

/** A connection over which nothing has gone for so long is dead, whatever it says. */
const stallMs = 60_000;
/** Once all is sent, a store may take its time to check a large part. */
const answerMs = 120_000;

/** Straight to the store; XMLHttpRequest because fetch tells no upload progress. */
export function putObject(
  bytes: Blob,
  ticket: PutTicket,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<PutOutcome> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const expectNews = (within: number) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => request.abort(), within);
    };
    const abort = () => request.abort();
    request.open('PUT', ticket.url);
    for (const [name, value] of Object.entries(ticket.headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener('progress', (event) => {
      expectNews(stallMs);
      onSent(event.loaded);
    });
    request.upload.addEventListener('load', () => expectNews(answerMs));
    request.addEventListener('load', () => {
      try {
        resolve(outcome(request.status));
      } catch (error) {
        reject(error as Error);
      }
    });
    const fail = () => reject(new ProblemError(unreachable));
    request.addEventListener('error', fail);
    request.addEventListener('abort', fail);
    request.addEventListener('loadend', () => {
      clearTimeout(watchdog);
      signal.removeEventListener('abort', abort);
    });
    if (signal.aborted) {
      fail();
      return;
    }
    signal.addEventListener('abort', abort);
    expectNews(stallMs);
    request.send(bytes);
  });
}

function outcome(status: number): PutOutcome {
  if (status >= 200 && status < 300) return 'stored';
  // If-None-Match: an earlier try whose answer was lost did arrive.
  if (status === 412) return 'present';
  // Run out, or the parts it was to join were swept away: renewing tells which.
  if (status === 403 || status === 404) return 'gone';
  // Two writers at once: one of them gets through.
  const passing = status === 409 ? 503 : status;
  const response = new Response(null, { status: passing >= 200 ? passing : 500 });
  throw new ProblemError({
    ...readProblem(response, { detail: texts.upload.refusedByStore }),
    code: 'store-refused',
  });
}
