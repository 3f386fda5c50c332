import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Browser, type BrowserContext, type Locator, type Page, expect, test } from '@playwright/test';
import { PASSWORD, Person } from '../src/client.ts';
import { REPOSITORY, WEB, port } from '../src/fleet.ts';
import { coveredSound, liveFilm, liveStill } from '../src/made-media.ts';
import { type Picture, drawn, hasSamples, sample, tone } from '../src/pictures.ts';

test.describe.configure({ mode: 'serial' });

const target = join(REPOSITORY, 'e2e', 'target');
/** More than is sent in one piece: five parts. */
const large = { name: 'rehearsal.wav', path: join(target, 'rehearsal.wav') };
const troubles: string[] = [];
let person: Person;
let context: BrowserContext;
let page: Page;
let pictures: Picture[];
/** Of the pictures, in their order. */
let photos: string[];

test.beforeAll(async ({ browser }) => {
  mkdirSync(join(target, 'screenshots'), { recursive: true });
  person = await Person.signUp('Henriette');
  pictures = await drawn(2, 1440);
  photos = await person.upload(pictures);
  for (const id of photos) await person.processed(id);
  context = await newBrowser(browser);
  page = await newTab(context);
});

test.afterAll(async () => {
  await context.close();
});

async function newBrowser(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: WEB,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    timezoneId: 'UTC',
  });
}

/** A tab of a browser that has signed in; the first of them does so. */
async function newTab(of: BrowserContext): Promise<Page> {
  const first = of.pages().length === 0 && (await of.cookies()).length === 0;
  const tab = await of.newPage();
  tab.on('pageerror', (error) => troubles.push(String(error)));
  tab.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) troubles.push(message.text());
  });
  await tab.goto('/');
  if (first) {
    await tab.getByLabel('E-mail').fill(person.email);
    await tab.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
  await expect(tab.getByRole('button', { name: 'Account menu' })).toBeVisible();
  return tab;
}

async function look(name: string): Promise<void> {
  await page.screenshot({ path: join(target, 'screenshots', `${name}.png`) });
}

function row(name: string, tab: Page): Locator {
  return tab.getByRole('list', { name: 'Files' }).getByRole('listitem').filter({ hasText: name });
}

function at(player: Locator): Promise<number> {
  return player.evaluate((element: HTMLMediaElement) => element.currentTime);
}

test('what was taken on this day in another year is shown again', async () => {
  const now = new Date();
  const [year, month, day] = [now.getUTCFullYear() - 4, now.getUTCMonth(), now.getUTCDate()];
  // Where there is no such day, that of a leap year before.
  const takenAt = new Date(Date.UTC(year, month, day, 12)).toISOString();
  const changed = await person.call('PATCH', `/media/${photos[0]}`, { takenAt, utcOffsetMinutes: 0 });
  expect(changed.status, JSON.stringify(changed.body)).toBe(200);
  await page.reload();

  const strip = page.getByRole('region', { name: 'On this day' });
  await strip.getByRole('link', { name: /^4 years ago/ }).click();
  await expect(page.getByRole('heading', { name: 'On this day, 4 years ago' })).toBeVisible();
  await look('memory');
  await page.getByRole('main').getByRole('link', { name: /^Photo, / }).click();

  await expect(page.getByRole('dialog', { name: 'Viewer' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(photos[0]!));
});

test('a live photo is one tile that moves under the mouse, and two files to save', async () => {
  test.skip(!hasSamples, 'there is no film without the samples');
  const pair = [liveStill('moment.jpg', (await drawn(1, 1443))[0]!), liveFilm('moment.mov', sample('clip-rotated.mov'))];
  const [still, film] = await person.upload(pair);
  for (const id of [still!, film!]) expect((await person.processed(id)).state).toBe('READY');
  const changed = await person.call('PATCH', `/media/${still}`, { takenAt: new Date().toISOString() });
  expect(changed.body.livePhoto).toEqual({ videoId: film });
  await page.goto('/');
  const tile = page.locator(`[data-tile="${still}"]`);
  await expect(tile).toHaveAccessibleName(/, live/i);
  await expect(page.locator(`[data-tile="${film}"]`)).toHaveCount(0);

  await tile.hover();
  await expect.poll(() => at(tile.locator('video'))).toBeGreaterThan(0);
  await look('live-tile');
  await page.mouse.move(640, 5);
  await expect(tile.locator('video')).toHaveCount(0);

  await tile.click();
  await page.getByRole('button', { name: 'Play live photo' }).click();
  await expect.poll(() => at(page.getByRole('dialog').locator('video'))).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Download original' }).click();
  await expect(page.getByRole('dialog', { name: 'Download as ZIP' })).toContainText('2 items');
  await look('live-download');
});

test('a sound shows its cover, and who made it', async () => {
  test.skip(!hasSamples, 'there is no such sound without the samples');
  const [id] = await person.upload([coveredSound('evening.mp3', sample('song.mp3'), pictures[0]!)]);
  expect((await person.processed(id!)).state).toBe('READY');
  await page.goto('/');
  const picture = page.locator(`[data-tile="${id}"] img`);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  await page.locator(`[data-tile="${id}"]`).click();
  const viewer = page.getByRole('dialog', { name: 'Viewer' });
  await expect(viewer.getByText('The Albumens · Evenings').first()).toBeVisible();
  await expect(viewer.getByRole('slider', { name: 'Go to' })).toBeVisible();
  await expect(viewer.locator('figure img')).toBeVisible();
  await look('sound-cover');
});

/** The parts that a browser sends from now on; after so many, the next are held for ever. */
async function countParts(of: BrowserContext, atMost: number): Promise<number[]> {
  const sent: number[] = [];
  await of.unrouteAll({ behavior: 'ignoreErrors' });
  await of.route(new RegExp(`:${port(8403)}/`), async (route) => {
    const part = new URL(route.request().url()).searchParams.get('partNumber');
    if (route.request().method() !== 'PUT' || part === null) return route.fallback();
    if (sent.length >= atMost) return undefined;
    sent.push(Number(part));
    return route.continue();
  });
  return sent;
}

test('a large file goes on with its missing parts, in another tab and another browser', async ({ browser }) => {
  test.setTimeout(300_000);
  const file = createWriteStream(large.path);
  const whole = tone(large.name, 10).bytes;
  whole.writeUInt32LE(72 * 2 ** 20 + 36, 4);
  whole.writeUInt32LE(72 * 2 ** 20, 40);
  file.write(whole.subarray(0, 44));
  for (let mebibyte = 0; mebibyte < 72; mebibyte++) file.write(Buffer.alloc(2 ** 20, mebibyte));
  await finished(file.end());

  const desk = await newBrowser(browser);
  const first = await countParts(desk, 2);
  const tab = await newTab(desk);
  await tab.goto('/upload');
  await tab.locator('input[type=file]').first().setInputFiles(large.path);
  await expect(row(large.name, tab)).toContainText(/Uploading 4[0-9] %/, { timeout: 60_000 });
  await tab.close();
  // The next may be the last part, which is half as large.
  const second = await countParts(desk, 1);
  const again = await newTab(desk);
  await again.goto('/upload');
  await expect(row(large.name, again)).toContainText(/Uploading [56][0-9] %/, { timeout: 60_000 });
  await desk.close();

  const device = await newBrowser(browser);
  const third = await countParts(device, 99);
  const other = await newTab(device);
  await other.goto('/upload');
  const unfinished = other.getByRole('list', { name: 'Unfinished uploads' });
  await expect(unfinished).toContainText(large.name);
  await other.getByLabel(`Choose ${large.name} again`).setInputFiles(large.path);
  await expect(row(large.name, other)).toContainText('Done', { timeout: 90_000 });

  expect([...first, ...second, ...third].sort()).toEqual([1, 2, 3, 4, 5]);
  expect([first.length, second.length, third.length]).toEqual([2, 1, 2]);
  await device.close();
});

test('a download of several files is saved part by part', async () => {
  const found = (await person.call('GET', '/search?kind=SOUND')).body;
  const asked = await person.call('POST', '/downloads', { mediaIds: [...found.id, ...photos], name: 'All of it' });
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  await page.goto('/downloads');
  const parts = page.getByRole('list', { name: 'Files of All of it' }).getByRole('button', { name: /^Save/ });
  await expect(parts).toHaveCount(2, { timeout: 60_000 });
  await look('download-parts');

  const names: string[] = [];
  for (const part of await parts.all()) {
    const saved = page.waitForEvent('download');
    await part.click();
    names.push((await saved).suggestedFilename());
  }

  expect(new Set(names).size).toBe(2);
  expect(names.every((name) => /^All of it.*\.zip$/.test(name))).toBe(true);
});

test('the map opens without a network, and a new version is taken by a press', async ({ browser }) => {
  // Installed from a build that isn't the server's, so that the server's is the newer one.
  const phone = await newBrowser(browser);
  await phone.route('**/sw.js', async (route) => {
    const served = await route.fetch();
    await route.fulfill({ response: served, body: `${await served.text()}\n// the build before` });
  });
  page = await newTab(phone);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await phone.setOffline(true);
  await page.getByRole('link', { name: 'Map' }).first().click();
  await expect(page.getByRole('application')).toBeVisible();
  await expect(page.getByText('You are offline.', { exact: false }).first()).toBeVisible();
  await look('map-offline');
  await phone.setOffline(false);

  await phone.unrouteAll();
  const opened = await page.evaluate(() => performance.timeOrigin);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.getByRole('status').filter({ hasText: 'There is a new version' }).getByRole('button', { name: 'Reload' }).click();

  await expect.poll(() => page.evaluate(() => performance.timeOrigin).catch(() => opened)).not.toBe(opened);
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible();
  await phone.close();
});

test('nothing of it broke the page or its policy', () => {
  expect(troubles).toEqual([]);
});
