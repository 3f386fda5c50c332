// walk.mjs [--user EMAIL] [--out FOLDER] [--most MS]: a walk through a large library in a browser,
// with the longest frame of each step, and how much of it was work of the page's main thread;
// screenshots are left in the folder, to be looked at. WALK_AT=http://… walks another build of the
// web app than the fleet's own.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { categories, mainThread } from './frames.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const { chromium } = createRequire(join(root, 'e2e', 'package.json'))('@playwright/test');

const { values: options } = parseArgs({
  options: {
    user: { type: 'string', default: 'walk@example.com' },
    out: { type: 'string', default: join(here, 'target', 'walk') },
    most: { type: 'string' },
  },
});
const offset = Number(process.env.ALBUMEN_PORT_OFFSET ?? 0);
const web = process.env.WALK_AT ?? `http://localhost:${8080 + offset}`;
const password = process.env.SEED_PASSWORD ?? 'Correct-horse-7-battery';
mkdirSync(options.out, { recursive: true });

/** Runs in the page: notes frames from `begin` to `end`. */
function watchFrames() {
  const seen = { frames: [], running: false, last: 0 };
  const tick = (now) => {
    if (!seen.running) return;
    if (seen.last > 0) seen.frames.push(now - seen.last);
    seen.last = now;
    requestAnimationFrame(tick);
  };
  window.walk = {
    begin() {
      Object.assign(seen, { frames: [], running: true, last: 0 });
      requestAnimationFrame(tick);
    },
    end() {
      seen.running = false;
      return { frames: seen.frames };
    },
    /** Scrolls by so many pixels a second, however many frames that makes. */
    scroll: (perSecond, ms) =>
      new Promise((done) => {
        const begun = performance.now();
        let last = begun;
        const step = (now) => {
          window.scrollBy({
            top: (perSecond * (now - last)) / 1_000,
            behavior: 'instant',
          });
          last = Math.max(last, now);
          if (now - begun < ms) requestAnimationFrame(step);
          else done();
        };
        requestAnimationFrame(step);
      }),
  };
}

const browser = await chromium.launch({
  executablePath: process.env.ALBUMEN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const context = await browser.newContext({
  baseURL: web,
  viewport: { width: 1280, height: 800 },
  serviceWorkers: 'block',
});
const page = await context.newPage();
// A busy machine is slow, not stuck.
page.setDefaultTimeout(60_000);
await page.addInitScript(watchFrames);
const troubles = [];
const requests = { all: 0, pictures: 0, failed: 0 };
page.on('pageerror', (error) => troubles.push(String(error)));
page.on('request', (request) => {
  if (request.url().startsWith('data:')) return;
  requests.all++;
  if (request.resourceType() === 'image') requests.pictures++;
});
page.on('response', (response) => {
  if (response.status() >= 400) requests.failed++;
});

const rows = [];
const kinds = new Map();
const round = (ms) => Math.round(ms);
const tenths = (ms) => Math.round(ms * 10) / 10;

/** What that share of the values doesn't exceed. */
function share(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** One step of the walk: how long it took, its frames, and a picture of where it led. */
async function step(name, doing) {
  const before = { ...requests };
  await browser.startTracing(page, { categories });
  await page.evaluate(() => window.walk.begin());
  const begun = performance.now();
  await doing();
  const took = performance.now() - begun;
  const { frames } = await page.evaluate(() => window.walk.end());
  const main = mainThread(await browser.stopTracing());
  rows.push({
    step: name,
    ms: round(took),
    longestFrame: round(share(frames, 1)),
    workP50: tenths(share(main.frames, 0.5)),
    workP95: tenths(share(main.frames, 0.95)),
    mostWork: tenths(share(main.frames, 1)),
    longestTask: tenths(share(main.tasks, 1)),
    longTasks: main.tasks.filter((ms) => ms > 50).length,
    requests: requests.all - before.all,
    tiles: await page.locator('[data-tile]').count(),
  });
  for (const [kind, us] of Object.entries(main.kinds)) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + us / 1_000);
  }
  const file = `${String(rows.length).padStart(2, '0')}-${name.replaceAll(/\W+/g, '-')}.png`;
  await page.screenshot({ path: join(options.out, file) });
  console.log(JSON.stringify(rows.at(-1)));
}

const tiles = page.locator('[data-tile]');
const bar = page.getByRole('toolbar', { name: 'Selection' });
const button = (name) => bar.getByRole('button', { name, exact: true });
const said = (text) => page.getByText(text).first().waitFor({ timeout: 120_000 });

/** Lets a step take its time, so that what it set off belongs to it. */
const rest = (ms) => page.waitForTimeout(ms);

async function focusIsOnATile() {
  const tile = () => document.activeElement?.dataset.tile !== undefined;
  await page.waitForFunction(tile, null, { timeout: 30_000 });
}

/** From one tile to another some way down, by Shift; answers how many that are. */
async function selectRange(ms) {
  await tiles.first().waitFor();
  await page.locator('[data-tile-box]').nth(3).getByRole('checkbox').click({ force: true });
  await said('1 selected');
  await page.evaluate((time) => window.walk.scroll(12_000, time), ms);
  await rest(600);
  await tiles.first().waitFor();
  await page.keyboard.down('Shift');
  await page.locator('[data-tile-box]').nth(12).getByRole('checkbox').click({ force: true });
  await page.keyboard.up('Shift');
  await page.waitForFunction(
    () => /[\d,]{2,} selected/.test(document.querySelector('[role=toolbar]')?.textContent ?? ''),
    null,
    { timeout: 120_000 },
  );
  return /([\d,]+) selected/.exec((await bar.textContent()) ?? '')?.[1];
}

async function undo() {
  // An earlier undo may still be told of.
  const undone = page.waitForResponse(/\/(?:undo|trash\/restore)$/);
  await page.keyboard.press('Control+z');
  await undone;
  await said('Undone.');
  await rest(500);
}

await page.goto('/sign-in');
await page.getByLabel('E-mail').fill(options.user);
await page.getByLabel('Password', { exact: true }).fill(password);
await page.getByRole('button', { name: 'Sign in', exact: true }).click();
await page.getByRole('button', { name: 'Account menu' }).waitFor();

await step('first sight', async () => {
  await page.goto('/');
  await page.evaluate(() => window.walk.begin());
  await tiles.first().waitFor();
  await rest(1_000);
});
const lead = await page
  .getByText(/^[\d,]+ items$/)
  .first()
  .textContent();

await step('scroll slowly', () => page.evaluate(() => window.walk.scroll(1_500, 5_000)));
await step('scroll fast', () => page.evaluate(() => window.walk.scroll(12_000, 5_000)));
await step('fling', async () => {
  await page.evaluate(() => window.walk.scroll(90_000, 3_000));
  await rest(1_200);
});
await step('scroll back', async () => {
  await page.evaluate(() => window.walk.scroll(-24_000, 3_000));
  await rest(800);
});

for (const [name, key] of [
  ['months onward', 'm'],
  ['months back', 'Shift+M'],
  ['years onward', 'y'],
  ['days back', 'Shift+D'],
]) {
  await step(name, async () => {
    for (let press = 0; press < 5; press++) {
      await page.keyboard.press(key);
      await focusIsOnATile();
    }
    await rest(500);
    await focusIsOnATile();
  });
}

await step('scrubber', async () => {
  const { width, height } = page.viewportSize();
  for (const share of [0.3, 0.8, 0.55]) {
    await page.mouse.move(width - 40, height * share, { steps: 12 });
    await page.mouse.down();
    await page.mouse.up();
    await rest(700);
    await tiles.first().waitFor();
  }
  await page.mouse.move(width / 2, height / 2);
});

let chosen;
await step('select by Shift', async () => {
  chosen = await selectRange(2_000);
});
await step('favourite', async () => {
  await page.keyboard.press('f');
  await said(/added to your favourites|taken out of your favourites/);
  await rest(500);
});
await step('undo favourite', undo);
await step('edit tags', async () => {
  await button('Tags').click();
  await page.getByLabel('Add a tag').fill('Walk');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Apply' }).click();
  await said(/^Tags of .* changed/);
});
await step('undo tags', undo);
await step('trash', async () => {
  await page.keyboard.press('Delete');
  await said(/moved to the trash/);
  await rest(500);
});
await step('undo trash', undo);
await step('scroll after edits', () => page.evaluate(() => window.walk.scroll(12_000, 2_000)));

await step('viewer', async () => {
  await page.keyboard.press('Escape');
  await tiles.nth(4).click();
  await page.getByRole('dialog', { name: 'Viewer' }).waitFor();
  for (let turn = 0; turn < 8; turn++) {
    await page.keyboard.press('ArrowRight');
    await rest(150);
  }
});
await step('back to the timeline', async () => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Viewer' }).waitFor({ state: 'detached' });
  await focusIsOnATile();
});

await step('download', async () => {
  await selectRange(150);
  await button('Download').click();
  const dialog = page.getByRole('dialog', { name: 'Download as ZIP' });
  // Synthetic items have no bytes: whether there is anything to pack is up to the seed.
  const start = dialog.getByRole('button', { name: 'Start download' });
  const nothing = dialog.getByText('None of these is in your library any more.');
  await dialog
    .getByText(/items?, \d/)
    .or(nothing)
    .first()
    .waitFor();
  if (await start.isEnabled()) {
    await start.click();
    await said('Your download is being packed.');
  } else await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Escape');
});

await step('search', async () => {
  await page.keyboard.press('/');
  await page.getByLabel('Search your library').fill('Lisbon');
  await page.keyboard.press('Enter');
  await tiles.first().waitFor({ timeout: 60_000 });
});
await step('scroll the finds', () => page.evaluate(() => window.walk.scroll(12_000, 3_000)));
await step('map', async () => {
  await page.goto('/map');
  await page.evaluate(() => window.walk.begin());
  await page
    .getByRole('list', { name: 'On this part of the map' })
    .getByRole('button')
    .first()
    .waitFor();
  const map = page.getByRole('application');
  await map.focus();
  for (const key of ['+', '+', 'ArrowLeft', 'ArrowUp', '-']) {
    await page.keyboard.press(key);
    await rest(400);
  }
});

await browser.close();

console.log(`${lead ?? ''}; ${chosen ?? '?'} selected by Shift; 1280 × 800`);
console.log(
  [
    '| step | longest frame, ms | work a frame: p50 | p95 | most | longest task | tasks > 50 ms | requests |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map((row) =>
      [
        '',
        row.step,
        row.longestFrame,
        row.workP50,
        row.workP95,
        row.mostWork,
        row.longestTask,
        row.longTasks,
        row.requests,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n'),
);
const sums = [...kinds].sort((a, b) => b[1] - a[1]);
console.log(
  `the main thread's work: ${sums.map(([kind, ms]) => `${kind} ${round(ms)} ms`).join(', ')}`,
);
console.log(
  `${requests.all} requests, ${requests.pictures} of pictures, ${requests.failed} answered by an error`,
);
console.log(`screenshots: ${options.out}`);
for (const trouble of troubles) console.error(trouble);
const longest = Math.max(
  ...rows
    .filter(({ step: name }) => /scroll|fling/.test(name))
    .map(({ longestFrame }) => longestFrame),
);
console.log(`longest frame while scrolling: ${longest} ms`);
if (troubles.length > 0 || (options.most !== undefined && longest > Number(options.most))) {
  process.exitCode = 1;
}
