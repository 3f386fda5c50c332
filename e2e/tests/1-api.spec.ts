import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Answer, Person, call, put, sha256 } from '../src/client.ts';
import { eventually } from '../src/eventually.ts';
import { API, PROCESSES, WEB, pidOf } from '../src/fleet.ts';
import { mailsTo } from '../src/mailbox.ts';
import { type Picture, drawn, hasSamples, library, sample } from '../src/pictures.ts';

test.describe.configure({ mode: 'serial' });

let ada: Person;
let pictures: Picture[];
let mediaIds: string[];

function expectProblem(answer: Answer, status: number, code?: string): void {
  expect(answer.status).toBe(status);
  expect(answer.contentType).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ status, type: `/problems/${answer.body.code}` });
  expect(answer.body.requestId).toBeTruthy();
  if (code) expect(answer.body.code).toBe(code);
}

async function timeline(person: Person): Promise<Record<string, number>> {
  const buckets = await person.call('GET', '/timeline/buckets');
  const entries = (buckets.body.buckets ?? buckets.body) as { bucket: string; count: number }[];
  return Object.fromEntries(entries.map(({ bucket, count }) => [bucket, count]));
}

test('a person signs up with the code from the mailbox', async () => {
  ada = await Person.signUp('Ada');

  const me = await ada.call('GET', '/users/me');

  expect(me.body).toMatchObject({ email: ada.email, displayName: 'Ada' });
});

test('ten pictures go from disk to thumbnails', async () => {
  pictures = await library();

  mediaIds = await ada.upload(pictures);
  const sent = Date.now();
  const media = await Promise.all(mediaIds.map((id) => ada.processed(id)));

  console.log(`10 pictures shown ${((Date.now() - sent) / 1000).toFixed(1)} s after the last byte`);
  expect(media.map((m) => m.state)).toEqual(media.map(() => 'READY'));
  expect(new Set(mediaIds).size).toBe(10);
});

test('the timeline is by the date taken, the right way up', async () => {
  test.skip(!hasSamples, 'needs the sample media');

  expect(await timeline(ada)).toMatchObject({
    '2019-03': 2,
    '2020-12': 1,
    '2022-07': 1,
    '2023-08': 1,
    '2024-02': 1,
    '2024-11': 1,
  });
  const upright = (await ada.call('GET', `/media/${mediaIds[1]}`)).body;
  expect([upright.width, upright.height]).toEqual([3024, 4032]);
  expect(upright.takenAt).toBe('2019-03-14T18:40:02.000Z');
  expect(upright.utcOffsetMinutes).toBe(60);
});

test('one signature shows a whole page of thumbnails, and no other path', async () => {
  const [bucket] = Object.keys(await timeline(ada));
  const page = (await ada.call('GET', `/timeline/buckets/${bucket}`)).body;
  const { base, query } = page.renditions;

  const thumbnail = await fetch(`${base}${page.renditionKey[0]}/thumbnail.webp${query}`);
  const elsewhere = await fetch(base.replace(/renditions\/.*/, 'originals/x') + query);
  const unsigned = await fetch(`${base}${page.renditionKey[0]}/thumbnail.webp`);

  expect(thumbnail.status).toBe(200);
  expect(thumbnail.headers.get('content-type')).toBe('image/webp');
  expect([elsewhere.status, unsigned.status]).toEqual([403, 403]);
});

test('the original comes back byte for byte', async () => {
  const content = await ada.call('GET', `/media/${mediaIds[0]}/content?variant=original`);

  const original = await fetch(content.headers.get('location')!);

  expect(content.status).toBe(307);
  expect(original.headers.get('content-disposition')).toContain('attachment');
  expect(sha256(new Uint8Array(await original.arrayBuffer()))).toBe(sha256(pictures[0]!.bytes));
});

test('a file that is already there is a duplicate, in its own library only', async () => {
  const bob = await Person.signUp('Bob');

  const again = (await ada.mint(pictures.slice(0, 1))).body.results[0];
  const others = (await bob.mint(pictures.slice(0, 1))).body.results[0];

  expect(again).toMatchObject({ status: 'DUPLICATE', mediaId: mediaIds[0] });
  expect(others.status).toBe('ACCEPTED');
});

test('five pictures become a film', async () => {
  const started = Date.now();
  const id = await ada.makeFilm(mediaIds.slice(0, 5), 'Five of ten');
  const film = await ada.filmReady(id);
  const took = (Date.now() - started) / 1000;

  expect(film).toMatchObject({ status: 'READY', progress: 100 });
  expect(film.durationMs).toBeGreaterThan(5_000);
  const bytes = new Uint8Array(await (await fetch(film.playbackUrl)).arrayBuffer());
  expect(bytes.length).toBe(film.sizeBytes);
  expect(new TextDecoder('latin1').decode(bytes.slice(4, 8))).toBe('ftyp');
  console.log(`${film.durationMs / 1000} s of film in ${took.toFixed(1)} s`);
});

test('two mails and two notifications came of it, and no more', async () => {
  const mails = await eventually('the film mail arrives', 30_000, async () => {
    const all = (await mailsTo(ada.email)).filter((mail) => !/verification code/i.test(mail.Subject));
    return all.length >= 2 ? all : undefined;
  });
  const notifications = (await ada.call('GET', '/notifications')).body.items as { type: string }[];

  expect(mails.map((mail) => mail.Subject)).toEqual([
    expect.stringMatching(/welcome/i),
    expect.stringContaining('Five of ten'),
  ]);
  expect(notifications.map((item) => item.type).sort()).toEqual(['VIDEO_READY', 'WELCOME']);
});

test('nobody else sees any of it', async () => {
  const eve = await Person.signUp('Eve');
  const film = (await ada.call('GET', '/videos')).body.items[0].id;

  for (const path of [
    `/media/${mediaIds[0]}`,
    `/media/${mediaIds[0]}/content?variant=original`,
    `/videos/${film}`,
    `/videos/${film}/content`,
  ]) {
    expectProblem(await eve.call('GET', path), 404);
  }
  expect(await timeline(eve)).toEqual({});
  const stolen = await eve.call('POST', '/videos', {
    title: 'Not mine',
    source: { mediaIds: mediaIds.slice(0, 2) },
    options: {},
  });
  expect([404, 422]).toContain(stolen.status);
});

test('every bad file is refused with its reason, and its neighbours are unharmed', async () => {
  test.skip(!hasSamples, 'needs the sample media');
  const names = [
    'empty.jpg',
    'noise.jpg',
    'truncated.jpg',
    'bomb.png',
    'svg-named.jpg',
    'html-named.png',
    'playlist-named.mp4',
    'concat-named.mp4',
  ];
  const [good] = await drawn(1, 900);
  const batch = [...names.map((name) => sample(`bad/${name}`)), good!];

  const outcomes = await Promise.all(
    (await ada.mint(batch)).body.results.map((result: Answer['body'], index: number) =>
      outcome(result, batch[index]!),
    ),
  );

  for (const [index, name] of names.entries()) {
    expect(outcomes[index].problem, name).toMatchObject({ code: expect.any(String), detail: expect.any(String) });
    expect(outcomes[index].seconds, name).toBeLessThan(10);
  }
  expect(outcomes.at(-1).problem).toBeUndefined();
  expect(Object.values(await timeline(ada)).reduce((a, b) => a + b)).toBe(11);
});

/** Carries one minted file as far as it gets. */
async function outcome(minted: Answer['body'], file: Picture): Promise<Answer['body']> {
  if (minted.status !== 'ACCEPTED') return { problem: minted.problem, seconds: 0 };
  await put(minted, file.bytes);
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const completed = await ada.call('POST', '/uploads/complete', { uploads: [{ id: minted.uploadId }] });
  const result = completed.body.results[0];
  if (!result.mediaId) return { problem: result.problem, seconds: seconds() };
  const media = await ada.processed(result.mediaId);
  return { problem: media.state === 'READY' ? undefined : media.problem, seconds: seconds() };
}

test('the store refuses what was not signed', async () => {
  const [picture] = await drawn(1, 901);
  const minted = (await ada.mint([picture!])).body.results[0];
  const flipped = Buffer.from(picture!.bytes);
  flipped[flipped.length - 1]! ^= 1;

  expect(await put(minted, picture!.bytes.subarray(1))).toBeGreaterThanOrEqual(400);
  expect(await put(minted, flipped)).toBeGreaterThanOrEqual(400);
  expect(await put(minted, picture!.bytes, { 'Content-Type': 'text/html' })).toBe(403);
  expect(await put(minted, picture!.bytes)).toBe(200);
  expect(await put(minted, picture!.bytes)).toBe(412);
});

test('an upload nobody minted cannot be completed', async () => {
  const answer = await ada.call('POST', '/uploads/complete', {
    uploads: [{ id: '01890000-0000-7000-8000-000000000000' }],
  });

  expect(answer.body.results[0]).toMatchObject({ status: 'FAILED', problem: { status: 404 } });
});

test('bad input is answered with the field at fault', async () => {
  const token = await ada.accessToken();
  const file = { clientId: 'a', name: 'a.jpg', contentType: 'image/jpeg', size: 1, sha256: '0'.repeat(64) };
  const bodies: [string, string][] = [
    ['/uploads', '{'],
    ['/uploads', '{"files":"none"}'],
    ['/uploads', '{}'],
    ['/uploads', JSON.stringify({ files: [{ ...file, size: 'big' }] })],
    ['/uploads', JSON.stringify({ files: Array.from({ length: 51 }, () => file) })],
    ['/videos', '{"title":7}'],
    ['/auth/sign-up', '{"email":"nobody"}'],
    ['/auth/sign-in', '[]'],
  ];
  for (const [path, raw] of bodies) {
    const answer = await call('POST', path, { token, raw });
    expectProblem(answer, 400);
    expect(answer.body.errors.length, raw).toBeGreaterThan(0);
  }
});

test('without a good token nothing is answered', async () => {
  const token = await ada.accessToken();
  const [header, payload] = token.split('.');
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
  for (const path of ['/users/me', '/timeline/buckets', '/videos', '/notifications']) {
    expectProblem(await call('GET', path), 401);
    for (const bad of ['nonsense', `${header}.${payload}.AAAA`, unsigned]) {
      expectProblem(await call('GET', path, { token: bad }), 401);
    }
  }
});

test('what is internal is unreachable from outside', async () => {
  for (const path of ['/internal/media/sources', '/q/openapi', '/api/v1/%2e%2e/%2e%2e/internal/media/sources']) {
    const answer = await fetch(WEB + path, { headers: { Accept: 'application/json' } });
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
  }
  expect((await fetch(`${API}/nowhere`)).status).toBe(404);
});

test('every server listens on loopback only', () => {
  const listening = readFileSync('/proc/net/tcp', 'utf8') + readFileSync('/proc/net/tcp6', 'utf8');
  const ours = new Set(PROCESSES.flatMap((name) => socketsOf(pidOf(name))));
  const open = listening
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === '0A' && ours.has(columns[9]!))
    .map((columns) => columns[1]!.split(':')[0]!);

  expect(open.length).toBeGreaterThan(10);
  for (const address of open) {
    expect(address).toMatch(/^(0100007F|0{24}01000000|0{16}FFFF00000100007F)$/);
  }
});

function socketsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
    } catch {
      return [];
    }
  });
}
