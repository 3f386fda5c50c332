import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Page, expect, test } from '@playwright/test';
import { PASSWORD, Person } from '../src/client.ts';
import { prepareFiles, smallFile } from '../src/faults/files.ts';
import { Gate, GATED, type Gates, openGates } from '../src/faults/gate.ts';
import { Random } from '../src/faults/random.ts';
import { REPOSITORY, WEB, down, up } from '../src/fleet.ts';
import type { Picture } from '../src/pictures.ts';

/** How long a store is away; by hand, a minute. */
const AWAY = Number(process.env['OUTAGE_SECONDS'] ?? 12) * 1000;
const BACK = AWAY + 120_000;
const seen = join(REPOSITORY, 'e2e', 'target', 'screenshots');
const random = new Random(Date.now());
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

test.describe.configure({ mode: 'serial' });

let gates: Gates;
let ada: Person;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(900_000); // a busy machine starts it slowly
  mkdirSync(seen, { recursive: true });
  await prepareFiles();
  await down();
  gates = await openGates();
  await up(GATED);
  ada = await Person.signUp('Ada');
  page = await browser.newPage({ baseURL: WEB, viewport: DESKTOP, colorScheme: 'light' });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(ada.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible();
});

test.afterAll(async () => {
  await page?.close();
  for (const gate of Object.values(gates ?? {}) as Gate[]) await gate.shut();
});

function some(count: number, name: string): Picture[] {
  return Array.from({ length: count }, (_, index) => smallFile(random, `${name}-${index}`));
}

async function choose(files: Picture[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files.map(({ name, contentType, bytes }) => ({ name, mimeType: contentType, buffer: bytes })));
}

function rows() {
  return page.getByRole('list', { name: 'Files' }).getByRole('listitem');
}

/** As seen on a desk and on a phone. */
async function look(name: string): Promise<void> {
  await page.screenshot({ path: join(seen, `${name}.png`) });
  await page.setViewportSize(PHONE);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.screenshot({ path: join(seen, `${name}-phone.png`) });
  await page.setViewportSize(DESKTOP);
  expect(overflow).toBeLessThanOrEqual(0);
}

const outages = [
  ['the storage', 's3', /The storage can’t be reached/],
  ['the library', 'postgres', /The library can’t be reached|Albumen has a problem/],
] as const;

for (const [name, store, said] of outages) {
  test(`${name} is away: uploads wait, say so, and go on by themselves`, async () => {
    test.setTimeout(3 * BACK);
    const gone = gates[store];
    await page.goto('/upload');
    await choose(some(4, `before-${store}`));
    await gone.shut();
    const since = Date.now();
    await choose(some(4, `while-${store}`));

    await expect(page.getByRole('status').getByText(said)).toBeVisible({ timeout: 30_000 });
    await look(`away-${store}`);
    await page.reload();
    await expect(page.getByRole('status').getByText(said)).toBeVisible({ timeout: 30_000 });
    await expect(rows()).toHaveCount(8);
    await look(`away-${store}-reloaded`);
    await wait(Math.max(0, since + AWAY - Date.now()));
    await expect(rows().filter({ hasText: 'Failed' })).toHaveCount(0);
    await gone.open();

    await expect(rows().filter({ hasText: 'Done' })).toHaveCount(8, { timeout: BACK });
    await expect(page.getByRole('status').getByText(said)).toHaveCount(0);
    await look(`back-${store}`);
    await page.getByRole('button', { name: 'Clear' }).first().click();
  });
}

test('attack 32, upload crash: stores are away while the worker works, and nothing fails for it', async () => {
  test.setTimeout(3 * BACK);
  const ids: string[] = [];
  for (const store of ['s3', 'postgres', 'sqs'] as const) {
    ids.push(...(await ada.upload(some(4, `worker-${store}`))));
    await gates[store].shut();
    await wait(AWAY / 2);
    await gates[store].open();
    await expect.poll(() => answers('/usage'), { timeout: BACK }).toBe(200);
  }

  for (const id of ids) expect((await ada.processed(id, BACK)).state).toBe('READY');
});

async function answers(path: string): Promise<number> {
  return (await ada.call('GET', path)).status;
}

test('without its database the service says so at once, and when to come again', async () => {
  await gates.postgres.shut();
  try {
    const begun = Date.now();
    const { status, headers, body } = await ada.call('GET', '/usage');

    expect(status).toBe(503);
    expect(body.code).toMatch(/unavailable/);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Date.now() - begun).toBeLessThan(8_000);
  } finally {
    await gates.postgres.open();
  }
});

test('a database that hangs holds no request for long, and is taken up when it answers', async () => {
  test.setTimeout(180_000);
  gates.postgres.hang();
  try {
    const begun = Date.now();
    expect((await ada.call('GET', '/usage')).status).toBeGreaterThanOrEqual(503);
    expect(Date.now() - begun).toBeLessThan(35_000);
  } finally {
    await gates.postgres.reopen();
  }
  await expect.poll(() => answers('/usage'), { timeout: 60_000 }).toBe(200);
});
