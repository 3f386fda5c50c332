import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type Locator, type Page, expect, test } from '@playwright/test';
import { PASSWORD, Person, put, sha256 } from '../src/client.ts';
import { REPOSITORY, WEB, port } from '../src/fleet.ts';
import { type Picture, drawn, hasSamples, sample, tone } from '../src/pictures.ts';

test.describe.configure({ mode: 'serial' });

const seen = join(REPOSITORY, 'e2e', 'target', 'screenshots');
const store = new RegExp(`:${port(8403)}/`);
const troubles: string[] = [];
let person: Person;
let context: BrowserContext;
let page: Page;
let pictures: Picture[];
/** Of the pictures, newest first as in the timeline. */
let photos: string[];
let sound: string;

test.beforeAll(async ({ browser }) => {
  mkdirSync(seen, { recursive: true });
  person = await Person.signUp('Dorothea');
  pictures = await drawn(3, 970);
  const ids = await person.upload([...pictures, tone('humming.wav', 20)]);
  for (const id of ids) await person.processed(id);
  sound = ids.pop()!;
  photos = ids.toReversed();
  for (const [index, id] of photos.entries()) {
    const takenAt = `2015-05-0${3 - index}T12:00:00.000Z`;
    const changed = await person.call('PATCH', `/media/${id}`, {
      takenAt,
      utcOffsetMinutes: 0,
      location: { latitude: 48.2, longitude: 16.37 },
      tags: ['Danube'],
    });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
  }
  context = await browser.newContext({
    baseURL: WEB,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    timezoneId: 'UTC',
  });
  page = await newTab(context);
  await signIn(page);
});

test.afterAll(async () => {
  await context.close();
});

async function newTab(of: BrowserContext): Promise<Page> {
  const tab = await of.newPage();
  tab.on('pageerror', (error) => troubles.push(String(error)));
  tab.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) troubles.push(message.text());
  });
  return tab;
}

async function signIn(tab: Page): Promise<void> {
  await tab.goto('/sign-in');
  await tab.getByLabel('E-mail').fill(person.email);
  await tab.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(tab.getByRole('button', { name: 'Account menu' })).toBeVisible();
}

/** Screenshots, to be looked at: as it is, and on a phone in the dark. */
async function look(name: string): Promise<void> {
  await page.screenshot({ path: join(seen, `${name}.png`) });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: join(seen, `${name}-phone-dark.png`) });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name} fits a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

function row(name: string, tab = page): Locator {
  return tab.getByRole('list', { name: 'Files' }).getByRole('listitem').filter({ hasText: name });
}

async function choose(...files: Picture[]): Promise<void> {
  const given = files.map(({ name, contentType, bytes }) => ({ name, mimeType: contentType, buffer: bytes }));
  await page.locator('input[type=file]').first().setInputFiles(given);
}

function at(player: Locator): Promise<number> {
  return player.evaluate((element: HTMLMediaElement) => element.currentTime);
}

test('a sound plays by Space, and its waveform goes to a place by keys', async () => {
  await page.goto(`/photos/${sound}`);
  const player = page.locator('audio');
  const wave = page.getByRole('slider', { name: 'Go to' });
  await expect(wave).toBeVisible();
  await expect.poll(() => player.evaluate((element: HTMLMediaElement) => element.readyState)).toBeGreaterThan(0);

  await page.keyboard.press('Space');
  await expect.poll(() => at(player)).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  expect(await player.evaluate((element: HTMLMediaElement) => element.paused)).toBe(true);

  await wave.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(wave).toHaveAttribute('aria-valuenow', '10');
  await expect.poll(() => at(player)).toBeCloseTo(10, 0);
  await look('sound');
});

test('a sound whose URL is refused gets another and is there', async () => {
  let refused = 0;
  await page.route('**', async (route) => {
    if (route.request().resourceType() !== 'media' || refused++ > 0) return route.fallback();
    return route.fulfill({ status: 403, body: '' });
  });
  await page.goto('/');
  await page.goto(`/photos/${sound}`);

  const player = page.locator('audio');
  await expect.poll(() => player.evaluate((element: HTMLMediaElement) => element.duration)).toBeCloseTo(20, 0);
  expect(refused).toBeGreaterThan(1);
  await page.unrouteAll();
});

test('a video plays and seeks by keys', async () => {
  test.skip(!hasSamples, 'there is no video without the samples');
  const [id] = await person.upload([sample('clip.mp4')]);
  expect((await person.processed(id!)).state).toBe('READY');
  await page.goto(`/photos/${id}`);
  const player = page.locator('video');
  await expect.poll(() => player.evaluate((element: HTMLMediaElement) => element.readyState)).toBeGreaterThan(0);

  await page.keyboard.press('Space');
  await expect.poll(() => at(player)).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await player.evaluate((element: HTMLMediaElement) => (element.currentTime = 0));
  await player.focus();
  await page.keyboard.press('ArrowRight');

  await expect.poll(() => at(player)).toBeGreaterThan(0);
  await look('video');
});

test('a slideshow goes on to the last photo and ends there', async () => {
  await page.goto(`/photos/${photos[0]}?kind=PHOTO`);
  await page.getByRole('button', { name: 'Slideshow' }).click();
  await expect(page.getByRole('button', { name: 'Stop slideshow' })).toBeVisible();

  await expect(page).toHaveURL(new RegExp(photos[2]!));
  await expect(page.getByRole('button', { name: 'Slideshow', exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Next' })).toBeHidden();
});

test('the viewer fills the screen and leaves it again', async () => {
  await page.goto(`/photos/${photos[0]}`);
  await page.getByRole('button', { name: 'Full screen', exact: true }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.getByRole('button', { name: 'Leave full screen' }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test('a replaced photo lists its versions and goes back to one', async () => {
  const [better] = await drawn(1, 975);
  const minted = await person.call('POST', '/uploads', {
    files: [
      {
        clientId: '0',
        name: better!.name,
        contentType: better!.contentType,
        size: better!.bytes.length,
        sha256: sha256(better!.bytes),
        replacesMediaId: photos[0],
      },
    ],
  });
  const [upload] = minted.body.results;
  await put(upload, better!.bytes);
  await person.call('POST', '/uploads/complete', { uploads: [{ id: upload.uploadId }] });
  await expect.poll(async () => (await person.call('GET', `/media/${photos[0]}`)).body.version).toBe(2);
  await person.processed(photos[0]!);
  await page.goto(`/photos/${photos[0]}`);
  await page.getByRole('button', { name: 'Information' }).click();
  const versions = page.getByRole('region', { name: 'Versions' }).getByRole('listitem');
  await expect(versions).toHaveCount(2);
  await look('versions');

  await page.getByRole('button', { name: 'Make version 1 current' }).click();
  await page.getByRole('button', { name: 'Make current', exact: true }).click();

  // What was is kept: going back makes a third, of the same file as the first.
  await expect(versions.filter({ hasText: 'Version 3' })).toContainText(pictures[2]!.name);
});

test('a swipe on a phone turns to the next photo', async ({ browser }) => {
  const phone = await browser.newContext({
    baseURL: WEB,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark',
  });
  const tab = await newTab(phone);
  await signIn(tab);
  await tab.goto(`/photos/${photos[0]}?kind=PHOTO`);
  await expect(tab.getByRole('button', { name: 'Next' })).toBeEnabled();
  const touch = await phone.newCDPSession(tab);
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 420 }] });
  await finger('touchStart', 330);
  for (const x of [280, 220, 150, 80]) await finger('touchMove', x);
  await finger('touchEnd');

  await expect(tab).toHaveURL(new RegExp(photos[1]!));
  await tab.screenshot({ path: join(seen, 'viewer-phone-dark.png') });
  await phone.close();
});

test('an upload is paused and goes on, and waits while one is offline', async () => {
  const [first, second] = await drawn(2, 980);
  await page.goto('/upload');
  await page.route(store, () => undefined); // held, until it is given up
  await choose(first!);
  await expect(row(first!.name)).toContainText('Uploading');
  await page.getByRole('button', { name: `Pause ${first!.name}` }).click();
  await expect(row(first!.name)).toContainText('Paused');
  await look('upload-paused');
  await page.unrouteAll();
  await page.getByRole('button', { name: `Resume ${first!.name}` }).click();
  await expect(row(first!.name)).toContainText('Done');

  await context.setOffline(true);
  await choose(second!);
  await expect(page.getByText('You are offline. Uploads wait, and go on by themselves.')).toBeVisible();
  await context.setOffline(false);
  await expect(row(second!.name)).toContainText('Done', { timeout: 60_000 });
});

test('a reload keeps the queue, and a second tab shows it', async () => {
  const files = await drawn(2, 985);
  await page.route(store, () => undefined);
  await choose(...files);
  for (const { name } of files) await expect(row(name)).toContainText('Uploading');
  await page.reload();
  for (const { name } of files) await expect(row(name)).toBeVisible();
  const other = await newTab(context);
  await other.goto('/upload');
  await expect(other.getByText('Another tab of this browser does the uploading.')).toBeVisible();
  await expect(row(files[0]!.name, other)).toBeVisible();

  await page.unrouteAll();
  await page.reload();

  for (const { name } of files) await expect(row(name, other)).toContainText('Done', { timeout: 60_000 });
  await other.close();
});

test('a duplicate says so, and one in the trash is offered back', async () => {
  await page.reload();
  await choose(pictures[1]!);
  await expect(row(pictures[1]!.name)).toContainText('Duplicate: already in your library');
  await person.call('DELETE', '/media', { ids: [photos[2]] });
  await choose(pictures[0]!);
  await expect(row(pictures[0]!.name)).toContainText('it lies in your trash');
  await look('duplicates');

  await page.getByRole('button', { name: `Restore ${pictures[0]!.name}` }).click();

  await expect(page.getByText(`${pictures[0]!.name} is back in your library.`).first()).toBeVisible();
  expect((await person.call('GET', '/trash')).body.id).toEqual([]);
});

test('the trash gives back, drops for ever and is emptied', async () => {
  const ids = await person.upload(await drawn(3, 990));
  for (const id of ids) await person.processed(id);
  await person.call('DELETE', '/media', { ids });
  await page.goto('/trash');
  const tiles = page.getByRole('main').getByRole('checkbox', { name: /^Photo, .*goes in/ });
  await expect(tiles).toHaveCount(3);
  await tiles.first().click();
  await look('trash');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(tiles).toHaveCount(2);

  await tiles.first().click();
  await page.getByRole('button', { name: 'Delete for ever' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for ever' }).click();
  await expect(tiles).toHaveCount(1);

  await page.getByRole('button', { name: 'Empty the trash' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Empty the trash|Delete for ever/ }).click();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
});

test('a search is suggested, has chips, and lives in the address', async () => {
  await page.goto('/search');
  await page.getByRole('combobox', { name: 'Search your library' }).fill('danu');
  await page.getByRole('option', { name: /^Tag Danube/ }).click();

  await expect(page.getByRole('button', { name: 'Remove Tag: Danube' })).toBeVisible();
  const results = page.getByRole('main').getByRole('link', { name: /^Photo, / });
  await expect(results).toHaveCount(3);
  await look('search');
  await page.reload();
  await expect(results).toHaveCount(3);
  await page.getByRole('button', { name: 'Remove Tag: Danube' }).click();
  await expect(results).toHaveCount(0);
});

test('the map leads from a cluster to its photos, and the app starts without a network', async () => {
  await page.goto('/map');
  const cluster = page.getByRole('button', { name: /^3 items, Austria/ });
  await expect(cluster).toBeVisible();
  await look('map');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('main').or(page.getByText('can’t be reached')).first()).toBeVisible();
  await context.setOffline(false);
  await page.reload();

  await cluster.click();

  await expect(page.getByRole('main').getByRole('link', { name: /^Photo, / })).toHaveCount(3);
});

test('a selection is packed, and saved as one file', async () => {
  await page.goto('/?tag=Danube');
  const boxes = page.getByRole('checkbox', { name: /^Select photo, / });
  await boxes.first().click({ force: true });
  await boxes.nth(1).click({ force: true });
  await page.getByRole('button', { name: 'Download' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('2 items');
  await page.getByRole('button', { name: 'Start download' }).click();

  await page.goto('/downloads');
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Save/ }).or(page.getByRole('button', { name: /^Save/ })).first().click();
  expect((await saved).suggestedFilename()).toMatch(/\.zip$/);
  await look('downloads');
});

test('the keys are told by a key', async () => {
  await page.goto('/?kind=PHOTO');
  await expect(page.getByRole('link', { name: /^Photo, / }).first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
});

test('what a phone shares is uploaded', async () => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  const [shared] = await drawn(1, 995);
  const given = { name: shared!.name, type: shared!.contentType, base64: shared!.bytes.toString('base64') };
  await page.evaluate(({ name, type, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const carried = new DataTransfer();
    carried.items.add(new File([bytes], name, { type }));
    const form = document.createElement('form');
    form.method = 'post';
    form.enctype = 'multipart/form-data';
    form.action = '/share-target';
    const input = document.createElement('input');
    input.type = 'file';
    input.name = 'files';
    input.files = carried.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  }, given);

  await expect(page).toHaveURL(`${WEB}/upload`);
  await expect(row(shared!.name)).toContainText('Done');
});

test('nothing of it broke the page or its policy', () => {
  expect(troubles).toEqual([]);
});
