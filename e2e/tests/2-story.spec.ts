import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { PASSWORD, call } from '../src/client.ts';
import { REPOSITORY, WEB } from '../src/fleet.ts';
import { codeFor, mailsTo } from '../src/mailbox.ts';
import { type Picture, drawn, hasSamples, library, sample } from '../src/pictures.ts';

test.describe.configure({ mode: 'serial' });

const email = `grace-${Date.now()}@example.com`;
const seen = join(REPOSITORY, 'e2e', 'target', 'screenshots');
let page: Page;
let pictures: Picture[];
const troubles: string[] = [];

test.beforeAll(async ({ browser }) => {
  mkdirSync(seen, { recursive: true });
  page = await browser.newPage({ baseURL: WEB, viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) troubles.push(message.text());
  });
  pictures = await library();
});

test.afterAll(async () => {
  await page.close();
});

/** A screenshot, to be looked at, once all pictures in it are there. */
async function look(name: string): Promise<void> {
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete && image.naturalWidth > 0),
  );
  await page.screenshot({ path: join(seen, `${name}.png`) });
}

async function choose(files: Picture[]): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(
    files.map(({ name, contentType, bytes }) => ({ name, mimeType: contentType, buffer: bytes })),
  );
}

/** The tiles of the timeline. */
function photos() {
  return page.locator('main').getByRole('link', { name: /^Photo, / });
}

function row(name: string) {
  return page.getByRole('list', { name: 'Files' }).getByRole('listitem').filter({ hasText: name });
}

test('a person signs up, reads the code in the mailbox and is in', async () => {
  await page.goto('/sign-up');
  await expect(page.getByLabel('Name')).toBeVisible();
  await look('sign-up');
  await page.getByLabel('Name').fill('Grace');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();

  await page.getByLabel('Code').fill(await codeFor(email));
  await look('confirm');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await signInIfAsked();

  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible();
  await look('empty-library');
});

/** Where the page no longer knows the password, as after a reload, it asks. */
async function signInIfAsked(): Promise<void> {
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true });
  const menu = page.getByRole('button', { name: 'Account menu' });
  await expect(signIn.or(menu).first()).toBeVisible();
  if (await signIn.isVisible()) {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await signIn.click();
  }
}

test('ten pictures are dropped and each is seen through to done', async () => {
  await page.goto('/upload');
  await choose(pictures);
  await look('uploading');

  for (const { name } of pictures) {
    await expect(row(name)).toContainText('Done', { timeout: 60_000 });
  }
  await look('uploaded');
});

test('the timeline shows them by the date they were taken', async () => {
  // So high that all are there at once, also on a day that is somebody's memory.
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.goto('/');
  await expect(photos()).toHaveCount(10);
  await page.waitForLoadState('networkidle');

  await look('timeline');
  if (hasSamples) {
    const names = await photos().evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label')));
    // What follows the day, if anything, is where it was.
    const on = (day: string) => names.filter((name) => new RegExp(`^Photo, ${day}(,|$)`).test(name ?? ''));
    expect(on('14 March 2019')).toHaveLength(2);
    expect(on('31 December 2020')).toHaveLength(1); // by the photographer's clock, not ours
  }
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('a photo opens over the timeline and the arrow keys go on', async () => {
  await photos().first().click();
  await expect(page.getByRole('dialog', { name: 'Viewer' }).or(page.getByLabel('Viewer')).first()).toBeVisible();
  await page.getByRole('button', { name: 'Information' }).click();
  await page.waitForLoadState('networkidle');
  await look('viewer');
  const first = page.url();

  await page.keyboard.press('ArrowRight');

  await expect(page).not.toHaveURL(first);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${WEB}/`);
});

test('five photos become a film that plays', async () => {
  const boxes = page.getByRole('checkbox', { name: /^Select photo, / });
  for (let i = 0; i < 5; i++) {
    await boxes.nth(i).click({ force: true });
  }
  await look('selection');
  await page
    .getByRole('button', { name: 'Make film' })
    .or(page.getByRole('link', { name: 'Make film' }))
    .click();
  await page.getByLabel('Title').fill('Grace’s year');
  await page.waitForLoadState('networkidle');
  await look('film-maker');
  await page.getByRole('button', { name: 'Make film' }).click();

  await expect(page.getByRole('progressbar', { name: 'Film progress' })).toBeVisible({ timeout: 30_000 });
  await look('film-progress');
  const video = page.locator('video');
  await expect(video).toBeVisible({ timeout: 150_000 });
  const played = await video.evaluate(async (element: HTMLVideoElement) => {
    element.muted = true;
    await element.play();
    await new Promise((resolve) => element.addEventListener('timeupdate', resolve, { once: true }));
    element.currentTime = element.duration / 2;
    await new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }));
    element.pause();
    return { at: element.currentTime, duration: element.duration, width: element.videoWidth, error: element.error };
  });
  expect(played).toMatchObject({ width: 1920, error: null });
  expect(played.at).toBeGreaterThan(4);
  await look('film');
});

test('two mails and two notifications tell of it', async () => {
  await page.goto('/notifications');

  const items = page.getByRole('list', { name: 'Notifications' }).getByRole('listitem');
  await expect(items).toHaveCount(2, { timeout: 30_000 });
  await look('notifications');
  const subjects = (await mailsTo(email)).map((mail) => mail.Subject).filter((subject) => !/code/i.test(subject));
  expect(subjects).toHaveLength(2);
});

test('a bad file says why beside its name, and its neighbour goes on', async () => {
  await page.goto('/upload');
  const [good] = await drawn(1, 950);
  const bad: Picture = hasSamples
    ? sample('bad/truncated.jpg')
    : { name: 'truncated.jpg', contentType: 'image/jpeg', bytes: Buffer.from('not a picture at all') };

  await choose([bad, good!]);

  await expect(row('truncated.jpg')).toContainText('Failed', { timeout: 15_000 });
  await expect(row(good!.name)).toContainText('Done', { timeout: 30_000 });
  await look('bad-file');
});

test('a reload keeps the session, the phone is served too, and signing out ends it', async () => {
  await page.goto('/');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  await expect(photos().first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await look('timeline-phone-dark');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);

  await page.getByRole('button', { name: 'Account menu' }).click();
  await page.getByText('Sign out', { exact: true }).click();

  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(stored).not.toMatch(/eyJ/);
  expect((await call('POST', '/auth/refresh', { body: {} })).status).toBe(401);
});

test('the page ran without an error and without breaking its policy', () => {
  writeFileSync(join(seen, 'troubles.txt'), troubles.join('\n'));
  expect(troubles).toEqual([]);
});
