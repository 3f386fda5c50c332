import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../client.ts';

/** Of a busy machine, on which a service takes a minute to come back. */
const PATIENCE = 240_000;
const PAUSE = 200;

/** What went wrong underway, and passed. */
export const passed = { answers: 0, connections: 0, internal: [] as string[] };

/** Asks again, as the web app does, while the answer is one that passes, or none. */
export async function patiently(what: string, ask: () => Promise<Answer>): Promise<Answer> {
  const deadline = Date.now() + PATIENCE;
  let last = '';
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (!passes(answer)) return answer;
      passed.answers++;
      last = `${answer.status} ${JSON.stringify(answer.body)}`;
      if (answer.status === 500) passed.internal.push(`${what}: ${last}`);
    } catch (error) {
      passed.connections++;
      last = String(error);
    }
    await wait(PAUSE);
  }
  throw new Error(`${what}: asked for ${PATIENCE} ms in vain, at last ${last}`);
}

/** A key is in use while its first request runs, or, when that died, until it counts as lost. */
function passes({ status, body }: Answer): boolean {
  return (
    status >= 500 || status === 401 || status === 408 || status === 429 || body?.code === 'idempotency-key-in-use'
  );
}

/** As {@link passes}, of one line in an answer for many. */
export function linePasses(problem: { status: number } | undefined): boolean {
  return problem !== undefined && problem.status >= 500;
}
