import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY, down, up } from './fleet.ts';

/** A new fleet before all tests, none after them. */
export default async function setup(): Promise<() => Promise<void>> {
  await down();
  rmSync(join(REPOSITORY, 'e2e', 'target', 'fleet'), { recursive: true, force: true });
  // Tests of faults start a fleet with settings of their own.
  if (process.env['CHAOS_RUNS'] === undefined) await up();
  return async () => {
    await down();
  };
}
