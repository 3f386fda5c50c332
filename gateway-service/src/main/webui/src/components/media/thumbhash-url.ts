import { thumbHashToDataURL } from 'thumbhash';

const drawn = new Map<string, string | undefined>();
/** A few kilobytes each. */
const maxDrawn = 2_000;

function draw(hash: string): string | undefined {
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(hash), (char) => char.charCodeAt(0)));
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
