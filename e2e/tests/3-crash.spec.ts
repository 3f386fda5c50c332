import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Person, put } from '../src/client.ts';
import { eventually } from '../src/eventually.ts';
import { PROCESSES, type Process, down, kill, pidOf, status, untilReady, up } from '../src/fleet.ts';
import { mailInDoubt, mailsTo } from '../src/mailbox.ts';
import { drawn } from '../src/pictures.ts';

test.describe.configure({ mode: 'serial' });

let ada: Person;
let expected = 0;
const films: string[] = [];
/** Of which the mail may or may not have gone out. */
const doubted = new Set<string>();

test.beforeAll(async () => {
  ada = await Person.signUp('Ada');
});

/** How many media the timeline counts, and how many of them are shown. */
async function shown(): Promise<number> {
  const buckets = (await ada.call('GET', '/timeline/buckets')).body;
  const counts = (buckets.buckets ?? buckets) as { bucket: string; count: number }[];
  return counts.reduce((sum, { count }) => sum + count, 0);
}

test('photo-service dies between the last byte and completing', async () => {
  const pictures = await drawn(6, 100);
  const minted = (await ada.mint(pictures)).body.results;
  await Promise.all(pictures.map((picture, index) => put(minted[index], picture.bytes)));

  kill('photo-service');
  await untilReady();
  const uploads = minted.map((upload: { uploadId: string }) => ({ id: upload.uploadId }));
  const first = await ada.call('POST', '/uploads/complete', { uploads });
  const second = await ada.call('POST', '/uploads/complete', { uploads });

  const ids = first.body.results.map((result: { mediaId: string }) => result.mediaId);
  expect(second.body.results.map((result: { mediaId: string }) => result.mediaId)).toEqual(ids);
  for (const id of ids) expect((await ada.processed(id)).state).toBe('READY');
  expected += pictures.length;
  expect(await shown()).toBe(expected);
});

for (const name of ['photo-service', 'local-aws'] as Process[]) {
  test(`${name} dies while pictures are processed`, async () => {
    const ids = await ada.upload(await drawn(6, 200 + PROCESSES.indexOf(name) * 10));

    kill(name);
    await untilReady();

    for (const id of ids) expect((await ada.processed(id, 120_000)).state).toBe('READY');
    expected += ids.length;
    expect(await shown()).toBe(expected);
  });
}

test('video-service dies in the middle of a film', async () => {
  const ids = await ada.upload(await drawn(5, 300));
  expected += ids.length;
  for (const id of ids) await ada.processed(id);
  const film = await ada.makeFilm(ids, 'Twice begun');
  await eventually('it renders', 60_000, async () => {
    const { body } = await ada.call('GET', `/videos/${film}`);
    return body.status === 'RENDERING' && body.progress > 0;
  });

  kill('video-service');
  await untilReady();

  expect((await ada.filmReady(film)).status).toBe('READY');
  films.push('Twice begun');
});

test('notification-service and local-aws die as a film gets ready', async () => {
  const ids = await ada.upload(await drawn(2, 400));
  expected += ids.length;
  for (const id of ids) await ada.processed(id);
  const film = await ada.makeFilm(ids, 'Told once');
  films.push('Told once');

  kill('notification-service');
  await ada.filmReady(film);
  await untilReady();
  kill('local-aws');
  await untilReady();

  const { id: userId } = (await ada.call('GET', '/users/me')).body;
  await eventually('the mail arrives, unless the mail server died while taking it', 60_000, async () => {
    if (mailInDoubt(userId)) doubted.add('Told once');
    return doubted.has('Told once') || (await mailsTo(ada.email)).some((mail) => mail.Subject.includes('Told once'));
  });
});

for (const name of ['auth-service', 'gateway-service'] as Process[]) {
  test(`${name} dies while a person signs up`, async () => {
    const signingUp = Person.signUp('Grace').then(
      () => 'done',
      () => 'cut off',
    );
    kill(name);
    await signingUp;
    await untilReady();

    const grace = await Person.signUp('Grace');

    await eventually('her welcome arrives', 30_000, async () =>
      (await mailsTo(grace.email)).some((mail) => /welcome/i.test(mail.Subject)),
    );
  });
}

test('the launcher itself dies, and up again takes over', async () => {
  const left = pidOf('photo-service');
  kill('launcher');

  await up();

  expect(existsSync(`/proc/${left}`)).toBe(false);
  expect(await shown()).toBe(expected);
});

test('after down and up again all of it is still there', async () => {
  expect(await down()).toContain('stopped');
  expect(await status()).not.toContain(' ready ');

  await up();

  expect(await shown()).toBe(expected);
  const titles = (await ada.call('GET', '/videos')).body.items.map((film: { title: string }) => film.title);
  expect(titles.sort()).toEqual([...films].sort());
});

test('nothing was told twice', async () => {
  const subjects = (await mailsTo(ada.email)).map((mail) => mail.Subject);
  const items = (await ada.call('GET', '/notifications')).body.items as { type: string }[];

  for (const title of films) {
    const told = subjects.filter((subject) => subject.includes(title)).length;
    expect(told).toBeLessThanOrEqual(1);
    if (!doubted.has(title)) expect(told).toBe(1);
  }
  expect(subjects.filter((subject) => /welcome/i.test(subject))).toHaveLength(1);
  expect(items.filter((item) => item.type === 'WELCOME')).toHaveLength(1);
  expect(items.filter((item) => item.type === 'VIDEO_READY')).toHaveLength(films.length);
});
