// Draws public/icons/ from the logo; to be run again when that changes. Needs a chromium.
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const logo = readFileSync('public/icon.svg', 'utf8');
const shape = logo.replace(/<rect[^>]*\/>/, '');
const dark = '#2b2320';

/** Launchers cut what is maskable down to a circle of four fifths, so the egg stays well inside. */
const masked = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${dark}"/><g transform="translate(5.6 5.6) scale(.65)">${inner(shape)}</g></svg>`;
/** Rounded by the system, so its corners are not. */
const square = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${dark}"/>${inner(shape)}</svg>`;

function inner(svg) {
  return svg.replace(/<\/?svg[^>]*>/g, '');
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
});
mkdirSync('public/icons', { recursive: true });
for (const [name, size, svg] of [
  ['icon-192', 192, logo],
  ['icon-512', 512, logo],
  ['maskable-512', 512, masked],
  ['apple-touch-icon', 180, square],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
