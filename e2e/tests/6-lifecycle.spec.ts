import { expect, test } from '@playwright/test';
import { PASSWORD, Person, call, put } from '../src/client.ts';
import { eventually } from '../src/eventually.ts';
import { albumenSays, kill, objectsNaming, untilReady } from '../src/fleet.ts';
import { mailInDoubt, mailsTo } from '../src/mailbox.ts';
import { drawn } from '../src/pictures.ts';

/** The gateways hear of a revocation within five seconds; the rest is for a busy machine. */
const REVOKED = 20_000;

/** Returns once the token is refused for the whole API. */
async function untilRefused(token: string): Promise<void> {
  await eventually('the token is refused', REVOKED, async () => {
    const { status } = await call('GET', '/users/me', { token });
    return status === 401;
  });
}

test('a moderator suspends a person, and gives the account back', async () => {
  const moderator = await Person.signUp('Maud');
  const eve = await Person.signUp('Eve');
  const [photo] = await eve.upload(await drawn(1, 900));
  await eve.processed(photo!);
  expect((await moderator.call('GET', '/admin/auth/users')).status).toBe(403);
  await albumenSays('grant-role', 'moderator', moderator.email);
  moderator.signInAgain();
  const found = await moderator.call('GET', `/admin/auth/users?email=${encodeURIComponent(eve.email)}`);
  expect(found.body.items).toHaveLength(1);
  const { id } = found.body.items[0];
  const session = (await eve.signIn()).body;

  const suspended = await moderator.call('PATCH', `/admin/auth/users/${id}`, { suspended: true });

  expect(suspended.status).toBe(200);
  await untilRefused(session.accessToken);
  const refreshed = await call('POST', '/auth/refresh', { body: { refreshToken: session.refreshToken } });
  expect(refreshed.status).toBe(401);
  const again = await eve.signIn();
  expect([again.status, again.body.code]).toEqual([403, 'account-suspended']);

  await moderator.call('PATCH', `/admin/auth/users/${id}`, { suspended: false });

  eve.signInAgain();
  await eventually('the library is back', 20_000, async () => {
    const { status, body } = await eve.call('GET', `/media/${photo}`);
    return status === 200 && body.state === 'READY';
  });
});

test('signing out everywhere ends every session', async () => {
  const ada = await Person.signUp('Ada');
  const phone = (await ada.signIn()).body;
  const laptop = (await ada.signIn()).body;

  const signedOut = await call('POST', '/auth/sign-out-everywhere', { token: laptop.accessToken });

  expect(signedOut.status).toBe(204);
  for (const { refreshToken } of [phone, laptop]) {
    const refreshed = await call('POST', '/auth/refresh', { body: { refreshToken } });
    expect(refreshed.status).toBe(401);
  }
  for (const { accessToken } of [phone, laptop]) await untilRefused(accessToken);
});

test('an account is deleted everywhere although services die meanwhile', async () => {
  const bob = await Person.signUp('Bob');
  const ids = await bob.upload(await drawn(3, 910));
  for (const id of ids) await bob.processed(id);
  const film = await bob.makeFilm(ids, 'Not for long');
  expect((await bob.filmReady(film)).status).toBe('READY');
  const { id: userId } = (await bob.call('GET', '/users/me')).body;
  const month = (await bob.call('GET', '/timeline/buckets')).body;
  const bucket = (month.buckets ?? month)[0].bucket;
  const page = (await bob.call('GET', `/timeline/buckets/${bucket}`)).body;
  const library = /renditions\/([^/]+)\//.exec(page.renditions.base)![1]!;
  expect(objectsNaming(userId, library)).not.toHaveLength(0);

  const wrong = await bob.call('DELETE', '/users/me', { password: `${PASSWORD}!` });
  expect([wrong.status, wrong.body.code]).toEqual([403, 'wrong-password']);
  const asked = await bob.call('DELETE', '/users/me', { password: PASSWORD });
  expect(asked.status).toBe(202);
  for (const name of ['auth-service', 'photo-service', 'video-service', 'notification-service'] as const) {
    kill(name);
  }
  await untilReady();

  const { receipt } = asked.body;
  const state = await eventually('the deletion is complete', 150_000, async () => {
    const { body } = await call('POST', '/auth/deletion-status', { body: { receipt } });
    return body.state === 'COMPLETED' && body;
  });
  expect(state.services).toHaveLength(3);
  expect(objectsNaming(userId, library)).toEqual([]);
  const signIn = await bob.signIn();
  expect([signIn.status, signIn.body.code]).toEqual([401, 'bad-credentials']);
  const subjects = await eventually('it was told', 60_000, async () => {
    const mails = await mailsTo(bob.email);
    const about = mails.map(({ Subject }) => Subject).filter((subject) => /delet/.test(subject));
    const ended = about.some((subject) => subject.endsWith('is deleted'));
    const begun = about.some((subject) => subject.endsWith('is being deleted'));
    return ended && (begun || mailInDoubt(userId)) && about;
  });
  expect(new Set(subjects).size, 'no mail is there twice').toBe(subjects.length);
});

test('an upload on its way while the account is deleted leaves nothing behind', async () => {
  const cleo = await Person.signUp('Cleo');
  const [picture] = await drawn(1, 920);
  const token = await cleo.accessToken();
  const { id: userId } = (await cleo.call('GET', '/users/me')).body;
  const [minted] = (await cleo.mint([picture!])).body.results;

  const asked = await cleo.call('DELETE', '/users/me', { password: PASSWORD });
  await eventually('photo-service has heard of it', 30_000, async () => {
    const { status } = await call('GET', '/usage', { token });
    return status === 403 || status === 401;
  });
  await put(minted, picture!.bytes);

  const completed = await call('POST', '/uploads/complete', { token, body: { uploads: [{ id: minted.uploadId }] } });
  expect([401, 403]).toContain(completed.status);
  const { body } = await call('POST', '/auth/deletion-status', { body: { receipt: asked.body.receipt } });
  const photos = body.services.find(({ service }: { service: string }) => service === 'photo-service');
  expect(photos.erasedAt, 'waits for the last URL to expire').toBeUndefined();
  expect(objectsNaming(userId).length).toBeLessThanOrEqual(1);
});
