import { ProblemError, readProblem, toProblem } from '@/lib/problem';
import { texts } from '@/lib/texts';
import type { PutOutcome, PutTicket } from './upload-transport';

/** Straight to the store; XMLHttpRequest because fetch tells no upload progress. */
export function putObject(
  file: File,
  ticket: PutTicket,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<PutOutcome> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', ticket.url);
    for (const [name, value] of Object.entries(ticket.headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.addEventListener('progress', (event) => onSent(event.loaded));
    request.addEventListener('load', () => {
      try {
        resolve(outcome(request.status));
      } catch (error) {
        reject(error as Error);
      }
    });
    const unreachable = () => reject(new ProblemError(toProblem(new TypeError('no answer'))));
    request.addEventListener('error', unreachable);
    request.addEventListener('abort', unreachable);
    if (signal.aborted) {
      unreachable();
      return;
    }
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function outcome(status: number): PutOutcome {
  if (status >= 200 && status < 300) return 'stored';
  // If-None-Match: an earlier try whose answer was lost did arrive.
  if (status === 412) return 'present';
  if (status === 403) return 'gone';
  const response = new Response(null, { status: status >= 200 ? status : 500 });
  throw new ProblemError({
    ...readProblem(response, { detail: texts.upload.refusedByStore }),
    code: 'store-refused',
  });
}
