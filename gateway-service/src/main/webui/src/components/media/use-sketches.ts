import { useEffect, useState } from 'react';

interface Drawn {
  keys: readonly string[];
  sketched: ReadonlySet<string>;
}

const nothing: Drawn = { keys: [], sketched: new Set() };
/** More new ones than this at once would take longer than a frame lasts. */
const atOnce = 1;

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

/** What was sketched stays so for now; of what is new, how much is drawn at once depends. */
function follow(before: Drawn, keys: readonly string[], flying: boolean): Drawn {
  const known = new Set(before.keys);
  const first = known.size === 0;
  const sketched = new Set<string>();
  let room = flying ? 0 : atOnce;
  for (const key of keys) {
    if (before.sketched.has(key)) sketched.add(key);
    else if (!known.has(key) && !first && --room < 0) sketched.add(key);
  }
  return { keys, sketched };
}

/**
 * Which lines of a grid are to be mere colours for now: those that came while flying over them, or
 * many at once. At rest they are drawn one a frame.
 */
export function useSketches(keys: readonly string[], flying: boolean): ReadonlySet<string> {
  const [kept, setKept] = useState(nothing);
  const drawn = sameKeys(kept.keys, keys) ? kept : follow(kept, keys, flying);
  if (drawn !== kept) setKept(drawn);
  const { sketched } = drawn;

  useEffect(() => {
    if (flying || sketched.size === 0) return;
    const frame = requestAnimationFrame(() => {
      setKept((old) => ({ ...old, sketched: new Set([...old.sketched].slice(1)) }));
    });
    return () => cancelAnimationFrame(frame);
  }, [flying, sketched]);

  return sketched;
}
