import { setTimeout as wait } from 'node:timers/promises';

/** Asks again until the answer is truthy; fails with what was waited for and the last error. */
export async function eventually<T>(
  what: string,
  milliseconds: number,
  ask: () => Promise<T | undefined | null | false>,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      last = error;
      if (error instanceof Error && error.message.startsWith('the launcher gave up')) throw error;
    }
    await wait(300);
  }
  throw new Error(`waited ${milliseconds} ms in vain until ${what}`, { cause: last });
}
