import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** A presigned request: sent with exactly these headers. */
export interface Ticket {
  url: string;
  headers: Record<string, string>;
}

export type Sent = 'stored' | 'present' | 'expired' | 'failed';

const PAUSE = 200;
const ANSWER_WITHIN = 30_000;

/** Sends the first half, says so, and sends the other; whatever breaks is answered as failed. */
export async function send(ticket: Ticket, bytes: Buffer, halfway: () => void): Promise<Sent> {
  try {
    const status = await put(ticket, bytes, halfway);
    if (status === 200) return 'stored';
    if (status === 412) return 'present';
    return status === 403 || status === 404 ? 'expired' : await failed();
  } catch {
    return failed();
  }
}

async function failed(): Promise<Sent> {
  await wait(PAUSE);
  return 'failed';
}

function put({ url, headers }: Ticket, bytes: Buffer, halfway: () => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      { method: 'PUT', headers: { ...headers, 'Content-Length': bytes.length }, timeout: ANSWER_WITHIN },
      (answer) => {
        answer.on('error', reject);
        answer.on('end', () => resolve(answer.statusCode ?? 0));
        answer.resume();
      },
    );
    sending.on('error', reject);
    sending.on('timeout', () => sending.destroy(new Error('no answer')));
    const half = Math.floor(bytes.length / 2);
    sending.write(bytes.subarray(0, half), () => {
      halfway();
      sending.end(bytes.subarray(half));
    });
  });
}
