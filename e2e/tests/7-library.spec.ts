import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Person, sha256 } from '../src/client.ts';
import { eventually } from '../src/eventually.ts';
import { objectsNaming } from '../src/fleet.ts';
import { drawn } from '../src/pictures.ts';

async function trashed(person: Person): Promise<string[]> {
  return (await person.call('GET', '/trash')).body.id;
}

test('what is thrown away comes back, and once purged leaves nothing', async () => {
  const ada = await Person.signUp('Ada');
  const ids = await ada.upload(await drawn(2, 930));
  for (const id of ids) await ada.processed(id);
  const { id: userId } = (await ada.call('GET', '/users/me')).body;
  const page = (await ada.call('GET', '/trash')).body;
  const library = /renditions\/([^/]+)\//.exec(page.renditions.base)![1]!;

  const thrown = await ada.call('DELETE', '/media', { ids });

  expect(thrown.body.results.map(({ status }: { status: string }) => status)).toEqual(['OK', 'OK']);
  expect((await ada.call('GET', '/timeline/buckets')).body).toEqual([]);
  expect((await trashed(ada)).sort()).toEqual([...ids].sort());
  await ada.call('POST', '/trash/restore', { ids: [ids[0]] });
  expect((await ada.call('GET', '/timeline/buckets')).body[0].count).toBe(1);
  expect(await trashed(ada)).toEqual([ids[1]]);

  await ada.call('DELETE', '/media', { ids });
  expect((await ada.call('DELETE', '/trash', { all: true })).status).toBe(202);

  await eventually('nothing is left', 60_000, async () => objectsNaming(userId, library).length === 0);
  expect((await ada.call('GET', `/media/${ids[0]}`)).status).toBe(404);
  expect((await ada.call('GET', '/usage')).body.storageBytes).toBe(0);
});

test('originals come back in an archive as they went up', async () => {
  const bob = await Person.signUp('Bob');
  const pictures = await drawn(3, 940);
  const mediaIds = await bob.upload(pictures);
  const size = (await bob.call('POST', '/downloads/check', { mediaIds })).body;
  expect([size.itemCount, size.partCount, size.missing]).toEqual([3, 1, []]);

  const asked = await bob.call('POST', '/downloads', { mediaIds, name: '../../holiday' });

  expect(asked.status).toBe(202);
  const ready = await eventually('the archive is ready', 60_000, async () => {
    const { body } = await bob.call('GET', `/downloads/${asked.body.id}`);
    return body.state === 'READY' && body;
  });
  expect(ready.parts.map(({ name }: { name: string }) => name)).toEqual(['holiday.zip']);
  expect(ready.doneBytes).toBe(size.totalBytes);
  const fetched = await fetch(ready.parts[0].url);
  expect(fetched.headers.get('content-disposition')).toContain('attachment');
  expect(unpacked(Buffer.from(await fetched.arrayBuffer()))).toEqual(
    pictures.map(({ bytes }) => sha256(bytes)).sort(),
  );

  await bob.call('DELETE', `/downloads/${asked.body.id}`);
  expect((await bob.call('GET', '/downloads')).body.items).toEqual([]);
});

/** SHA-256 of each file in the archive, sorted; the JDK's own tool unpacks it. */
function unpacked(archive: Buffer): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'albumen-e2e-'));
  try {
    writeFileSync(join(folder, 'archive.zip'), archive);
    const listed = execFileSync(jar(), ['tf', 'archive.zip'], { cwd: folder, encoding: 'utf8' });
    execFileSync(jar(), ['xf', 'archive.zip'], { cwd: folder });
    const names = listed.split('\n').filter(Boolean);
    return names.map((name) => sha256(readFileSync(join(folder, name)))).sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function jar(): string {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'jar') : 'jar';
}
