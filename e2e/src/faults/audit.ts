import { expect } from '@playwright/test';
import { type Answer, type Person, sha256 } from '../client.ts';
import { eventually } from '../eventually.ts';
import { objectsNaming } from '../fleet.ts';
import type { Entry, Ledger } from './ledger.ts';
import { patiently } from './patience.ts';

const SETTLED_WITHIN = 120_000;
const SWEPT_WITHIN = 120_000;
const AT_ONCE = 100;

interface Media {
  id: string;
  state: string;
  sizeBytes: number;
  sha256: string;
}

/** Waits until what was acknowledged is settled, as it should be, and reads the bytes back. */
export async function checkAcknowledged(person: Person, ledger: Ledger): Promise<void> {
  for (const entry of ledger.acknowledged.values()) {
    if (!ledger.purged.has(entry.mediaId)) await checkEntry(person, entry);
  }
}

async function checkEntry(person: Person, entry: Entry): Promise<void> {
  const what = `media ${entry.mediaId} of seed ${entry.seed}`;
  const media = await settled(person, entry.mediaId);
  const expected = { sha256: entry.sha256, sizeBytes: entry.size, state: entry.damaged ? 'REJECTED' : 'READY' };
  expect(media, what).toMatchObject(expected);
  if (!entry.damaged) expect(await bytesOf(person, entry.mediaId), `bytes of ${what}`).toBe(entry.sha256);
}

async function settled(person: Person, id: string): Promise<Media> {
  return eventually(`media ${id} is settled`, SETTLED_WITHIN, async () => {
    const { status, body } = await get(person, `/media/${id}`);
    if (status !== 200) throw new Error(`media ${id} is not there: ${status} ${JSON.stringify(body)}`);
    return body.state !== 'PROCESSING' && body;
  });
}

/** SHA-256 of the original as it comes back. */
async function bytesOf(person: Person, id: string): Promise<string> {
  return eventually(`the original of ${id} comes back`, SETTLED_WITHIN, async () => {
    const link = await person.call('GET', `/media/${id}/content?variant=original`, undefined, { Accept: 'application/json' });
    const answer = await fetch(link.body.url);
    if (!answer.ok) throw new Error(`the original of ${id}: ${answer.status}`);
    return sha256(new Uint8Array(await answer.arrayBuffer()));
  });
}

/** Holds the whole library, the quota and the bucket against the ledger, once all was swept. */
export async function checkLibrary(person: Person, ledger: Ledger): Promise<void> {
  const usage = await swept(person);
  const media = await all(person);
  const ids = new Set(media.map(({ id }) => id));
  for (const { mediaId } of ledger.kept()) expect(ids, 'what was acknowledged').toContain(mediaId);
  for (const id of ledger.purged) expect(ids, 'what was purged').not.toContain(id);
  const strangers = media.filter(({ id }) => !ledger.acknowledged.has(id));
  for (const { sha256 } of strangers) expect([...ledger.unheard.keys()], 'what nobody asked for').toContain(sha256);
  expect(usage.storageBytes, 'quota in use').toBe(sum(media.map(({ sizeBytes }) => sizeBytes)));
  const stored = [...ledger.acknowledged.values()].map(({ size }) => size);
  expect(usage.today.usedBytes, 'uploaded today').toBe(sum([...stored, ...strangers.map(({ sizeBytes }) => sizeBytes)]));
  const { id: userId } = (await get(person, '/users/me')).body;
  await eventually(`the bucket holds ${media.length} originals`, SWEPT_WITHIN, async () => {
    const files = objectsNaming(userId);
    if (files.length !== media.length) throw new Error(files.join('\n'));
    return true;
  });
}

/** Usage, once nothing is pending and nothing reserved. */
async function swept(person: Person): Promise<Answer['body']> {
  return eventually('all that was left behind is swept', SWEPT_WITHIN, async () => {
    const pending = (await get(person, '/uploads')).body.items;
    const usage = (await get(person, '/usage')).body;
    if (pending.length > 0) throw new Error(`pending: ${JSON.stringify(pending)}`);
    if (usage.today.reservedBytes !== 0) throw new Error(`reserved: ${JSON.stringify(usage)}`);
    return usage;
  });
}

async function all(person: Person): Promise<Media[]> {
  const ids: string[] = [];
  for (const { bucket } of (await get(person, '/timeline/buckets')).body as { bucket: string }[]) {
    let cursor = '';
    do {
      const page = (await get(person, `/timeline/buckets/${bucket}?limit=800${cursor}`)).body;
      ids.push(...page.id);
      cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : '';
    } while (cursor);
  }
  const found: Media[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    found.push(...(await get(person, `/media?ids=${ids.slice(from, from + AT_ONCE).join(',')}`)).body.items);
  }
  return found;
}

/** Compares all objects of all libraries with all rows, and reads every original once more. */
export async function checkReconciled(admin: Person): Promise<void> {
  const asked = await patiently('reconcile', () => admin.call('POST', '/admin/photo/reconciliation', { verifyHashes: true }));
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  const report = await eventually('the reconciliation ends', SWEPT_WITHIN, async () => {
    const { body } = await get(admin, `/admin/photo/reconciliation/${asked.body.id}`);
    return body.state !== 'RUNNING' && body;
  });
  expect(report).toMatchObject({ objectsWithoutRows: 0, rowsWithoutObjects: 0, hashMismatches: 0, findings: [] });
}

function get(person: Person, path: string): Promise<Answer> {
  return patiently(`GET ${path}`, () => person.call('GET', path));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
