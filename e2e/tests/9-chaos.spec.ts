import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Person } from '../src/client.ts';
import { Chaos, HURRIED, passedFigures, plan } from '../src/faults/chaos.ts';
import { passed } from '../src/faults/patience.ts';
import { REPOSITORY, albumenSays, down, untilReady, up } from '../src/fleet.ts';

const RUNS = Number(process.env['CHAOS_RUNS'] ?? 4);
const SEED = Number(process.env['CHAOS_SEED'] ?? 1);
/** Runs on one library, before it is looked at as a whole. */
const BLOCK = 10;

test.describe.configure({ mode: 'serial' });

let admin: Person;
const report: string[] = [];

function tell(line: string): void {
  report.push(line);
  process.stdout.write(`    ${line}\n`);
}

test.beforeAll(async () => {
  test.setTimeout(900_000); // a busy machine starts it slowly
  await down();
  await up(HURRIED);
  admin = await Person.signUp('Themis');
  await albumenSays('grant-role', 'admin', admin.email);
  admin.signInAgain();
});

test.afterAll(() => {
  const folder = join(REPOSITORY, 'e2e', 'target');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'chaos.txt'), [...report, ...passed.internal].join('\n'));
});

for (let first = SEED; first < SEED + RUNS; first += BLOCK) {
  const last = Math.min(first + BLOCK, SEED + RUNS) - 1;

  test(`attack 32, upload crash: whatever is killed, nothing is lost, left or counted twice (seeds ${first} to ${last})`, async () => {
    test.setTimeout((last - first + 3) * 300_000);
    const chaos = await Chaos.begin(admin);
    for (let seed = first; seed <= last; seed++) {
      const begun = Date.now();
      const killed = await chaos.run(plan(seed));
      tell(`seed ${seed}: ${killed}; ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    }
    const begun = Date.now();
    await chaos.audit(last);
    const { acknowledged, purged } = chaos.figures;
    tell(`seeds ${first} to ${last}: ${acknowledged} acknowledged, ${purged} purged, all in order; audit ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  });
}

test('attack 32, upload crash: the fleet is whole in the end', async () => {
  await untilReady();
  tell(passedFigures());
  expect(report.length).toBeGreaterThan(RUNS);
});
