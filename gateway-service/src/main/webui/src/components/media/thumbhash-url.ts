import { thumbHashToAverageRGBA, thumbHashToDataURL } from 'thumbhash';

const drawn = new Map<string, string | undefined>();
/** A few kilobytes each. */
const maxDrawn = 2_000;
/** Longer than this a wait for an idle moment isn't. */
const patienceMs = 500;
/** About a millisecond's work. */
const perTurn = 3;

function bytesOf(hash: string): Uint8Array {
  return Uint8Array.from(atob(hash), (char) => char.charCodeAt(0));
}

function draw(hash: string): string | undefined {
  try {
    return thumbHashToDataURL(bytesOf(hash));
  } catch {
    // A damaged hash means no placeholder, nothing worse.
    return undefined;
  }
}

/** The blurred colours of a picture as a data URL, drawn once. */
export function thumbhashUrl(hash: string): string | undefined {
  if (!drawn.has(hash)) {
    const oldest = drawn.keys().next().value;
    if (drawn.size >= maxDrawn && oldest !== undefined) drawn.delete(oldest);
    drawn.set(hash, draw(hash));
  }
  return drawn.get(hash);
}

/** The same where it has been drawn before. */
export function drawnThumbhash(hash: string): string | undefined {
  return drawn.get(hash);
}

/** One colour for all of a picture: next to no work. */
export function thumbhashColor(hash: string): string | undefined {
  try {
    const { r, g, b } = thumbHashToAverageRGBA(bytesOf(hash));
    const [red, green, blue] = [r, g, b].map((part) => Math.round(part * 255));
    return `rgb(${red} ${green} ${blue})`;
  } catch {
    return undefined;
  }
}

interface Wish {
  hash: string;
  tell: (url: string | undefined) => void;
}

/** In the order of asking; what is asked for last is what is looked at. */
const wishes = new Set<Wish>();
let waiting = false;

function whenIdle(run: () => void): void {
  // Not every browser tells when it is idle.
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: patienceMs });
  else setTimeout(run, 30);
}

function drawSome(): void {
  waiting = false;
  for (const wish of [...wishes].slice(-perTurn)) {
    wishes.delete(wish);
    wish.tell(thumbhashUrl(wish.hash));
  }
  if (wishes.size > 0) drawSoon();
}

function drawSoon(): void {
  if (waiting) return;
  waiting = true;
  whenIdle(drawSome);
}

/** Draws it in an idle moment, unless the answer is called before. */
export function thumbhashLater(hash: string, tell: Wish['tell']): () => void {
  const wish = { hash, tell };
  wishes.add(wish);
  drawSoon();
  return () => wishes.delete(wish);
}
