import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type Page, type Request, expect, test } from '@playwright/test';
import { Authenticator } from '../src/authenticator.ts';
import { PASSWORD } from '../src/client.ts';
import { eventually } from '../src/eventually.ts';
import { REPOSITORY, WEB } from '../src/fleet.ts';
import { codeFor, mailsTo } from '../src/mailbox.ts';

test.describe.configure({ mode: 'serial' });

const email = `hedy-${Date.now()}@example.com`;
const seen = join(REPOSITORY, 'e2e', 'target', 'screenshots');
const troubles: string[] = [];
let password = PASSWORD;
let context: BrowserContext;
let page: Page;
let app: Authenticator;

test.beforeAll(async ({ browser }) => {
  mkdirSync(seen, { recursive: true });
  context = await browser.newContext({
    baseURL: WEB,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    timezoneId: 'Europe/Vienna',
  });
  page = await newTab();
});

test.afterAll(async () => {
  await context.close();
});

async function newTab(): Promise<Page> {
  const tab = await context.newPage();
  tab.on('pageerror', (error) => troubles.push(String(error)));
  tab.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) troubles.push(message.text());
  });
  return tab;
}

/** Screenshots, to be looked at: as it is, and on a phone in the dark. */
async function look(name: string): Promise<void> {
  await page.screenshot({ path: join(seen, `${name}.png`), fullPage: true });
  await page.setViewportSize({ width: 375, height: 812 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: join(seen, `${name}-phone-dark.png`), fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name} fits a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

function menu(tab = page) {
  return tab.getByRole('button', { name: 'Account menu' });
}

function signInButton(tab = page) {
  return tab.getByRole('button', { name: 'Sign in', exact: true });
}

/** A field by its whole name; sections may be named so, too. */
function field(name: string, tab = page) {
  return tab.locator('input').and(tab.getByLabel(name, { exact: true }));
}

async function signOut(): Promise<void> {
  await menu().click();
  await page.getByText('Sign out', { exact: true }).click();
  await expect(signInButton()).toBeVisible();
}

async function givePassword(): Promise<void> {
  await field('E-mail').fill(email);
  await field('Password').fill(password);
  await signInButton().click();
}

/** The code that was mailed after the others: the newest mail may not be there yet. */
async function nextCode(...before: string[]): Promise<string> {
  return eventually('a new code arrives', 20_000, async () => {
    const code = await codeFor(email);
    return !before.includes(code) && code;
  });
}

test('a person signs up and says who they are', async () => {
  await page.goto('/sign-up');
  await field('Name').fill('Hedy');
  await field('E-mail').fill(email);
  await field('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await field('Code').fill(await codeFor(email));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(menu()).toBeVisible();

  await menu().click();
  await page.getByRole('link', { name: 'Account settings' }).click();
  await expect(field('Name')).toHaveValue('Hedy');
  await look('account');
  await field('Name').fill('Hedy Lamarr');
  await page.getByLabel('Time zone').selectOption('Europe/Lisbon');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.reload();
  await expect(field('Name')).toHaveValue('Hedy Lamarr');
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Lisbon');
});

test('two-step sign-in is set up by the key that the code on the page shows', async () => {
  await page.getByRole('link', { name: 'Set up' }).click();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  const link = await page.getByRole('link', { name: 'Open in an app on this device' }).getAttribute('href');
  const uri = new URL(link!);
  expect(uri.protocol).toBe('otpauth:');
  const secret = uri.searchParams.get('secret')!;
  await expect(page.locator('code')).toHaveText(secret);
  app = new Authenticator(secret);
  await look('two-step');

  await field('Code').fill(await app.code());

  await expect(page.getByText('Two-step sign-in is on.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Turn off' })).toBeVisible();
});

test('signing in takes a code, and a wrong one says so', async () => {
  await signOut();
  await givePassword();
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await field('Code').fill(app.wrongCode());
  await expect(page.getByText('This code isn’t right.')).toBeVisible();
  await look('challenge');

  await field('Code').fill(await app.code());

  await expect(menu()).toBeVisible();
  await expect(page).toHaveURL(`${WEB}/account`); // back where one was
});

test('a token that expires is renewed before it does, one tab at a time', async () => {
  let underWay = 0;
  let most = 0;
  let renewals = 0;
  const isRenewal = (request: Request) => request.url().endsWith('/auth/refresh');
  const begin = (request: Request) => {
    if (!isRenewal(request)) return;
    renewals++;
    most = Math.max(most, ++underWay);
  };
  const end = (request: Request) => {
    if (isRenewal(request)) underWay--;
  };
  context.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  // Tokens that are about to expire from the beginning, so that tabs renew them every few seconds.
  await context.route('**/api/v1/auth/refresh', async (route) => {
    const answer = await route.fetch();
    if (answer.status() !== 200) return route.fulfill({ response: answer });
    return route.fulfill({ response: answer, json: { ...(await answer.json()), expiresIn: 32 } });
  });
  const tabs = await Promise.all([newTab(), newTab()]);
  await Promise.all(tabs.map((tab) => tab.goto('/films')));
  for (const tab of tabs) await expect(menu(tab)).toBeVisible();

  await eventually('both tabs have renewed their tokens', 30_000, async () => renewals >= 8);

  expect(most).toBe(1);
  for (const tab of tabs) await expect(menu(tab)).toBeVisible();
  await context.unroute('**/api/v1/auth/refresh');
  context.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  await Promise.all(tabs.map((tab) => tab.close()));
});

test('a refused token costs one renewal and nobody notices', async () => {
  let refused = 0;
  let renewals = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/auth/refresh')) renewals++;
  });
  await page.route('**/api/v1/videos*', async (route) => {
    if (refused++ > 0) return route.continue();
    return route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"invalid-token"}' });
  });

  await page.getByRole('link', { name: 'Films' }).click();

  await expect(page.getByRole('heading', { name: 'No films yet' })).toBeVisible();
  expect([refused, renewals]).toEqual([2, 1]);
  await page.unroute('**/api/v1/videos*');
});

test('signing out in one tab signs out the other', async () => {
  const other = await newTab();
  await other.goto('/notifications');
  await expect(menu(other)).toBeVisible();

  await signOut();

  await expect(other.getByText('You signed out in another tab.')).toBeVisible();
  const stored = await other.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(stored).not.toMatch(/eyJ/);
  await other.close();
});

test('a forgotten password is reset with a mailed code', async () => {
  const first = await codeFor(email);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await field('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the code' }).click();
  await expect(page.getByText('a code is on its way')).toBeVisible();
  password = `${PASSWORD}-2`;
  await field('Code').fill(await nextCode(first));
  await field('New password').fill(password);
  await look('reset-password');

  await page.getByRole('button', { name: 'Set password' }).click();

  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await field('Code').fill(await app.code());
  await expect(menu()).toBeVisible();
});

test('two-step sign-in is turned off, and the password changed, with the password', async () => {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Turn off' }).click();
  await field('Password').fill('not-This-1');
  await page.getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('This isn’t your password.')).toBeVisible();
  await field('Password').fill(password);
  await page.getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('Two-step sign-in is off.')).toBeVisible();
  const other = await newTab();
  await other.goto('/films');
  await expect(menu(other)).toBeVisible();

  await field('Current password').fill(password);
  password = `${PASSWORD}-3`;
  await field('New password').fill(password);
  await page.getByRole('button', { name: 'Change password' }).click();

  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await other.reload(); // the same browser goes on with the fresh session
  await expect(menu(other)).toBeVisible();
  await other.close();
  await page.goto('/notifications');
  await expect(page.getByText('Your password was changed')).toBeVisible({ timeout: 30_000 });
  await look('security-notices');
});

test('an account is deleted to its end, which the link in the mail shows', async () => {
  await page.goto('/account');
  await page.getByRole('link', { name: 'Delete account…' }).click();
  await field('Password').fill(password);
  await field('Type “delete” to confirm').fill('delete');
  await look('delete-account');

  await page.getByRole('button', { name: 'Delete my account for good' }).click();

  await expect(page.getByRole('list', { name: 'What is deleted so far' })).toBeVisible();
  await look('deletion');
  const link = await eventually('the mail with the link arrives', 30_000, async () => {
    const texts = (await mailsTo(email)).map((mail) => mail.Text);
    return texts.map((text) => /https?:\S+\/account-deletion#[\w-]+/.exec(text)?.[0]).find(Boolean);
  });
  const elsewhere = await page.context().browser()!.newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole('list', { name: 'What is deleted so far' })).toBeVisible();
  await expect(elsewhere).toHaveURL(`${WEB}/account-deletion`);
  await elsewhere.reload();
  await expect(elsewhere.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible({ timeout: 150_000 });
  await elsewhere.close();
  await expect(page.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible({ timeout: 60_000 });
  await look('deletion-done');
});

test('nobody signs in to an account that is gone', async () => {
  await page.goto('/sign-in');
  await givePassword();

  await expect(page.getByRole('alert')).toBeVisible();
  await expect(menu()).toHaveCount(0);
  expect(troubles).toEqual([]);
});
