import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '@/lib/session/browser-session';
import { texts } from '@/lib/texts';
import { fakeService, problem } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { forgetChallenge, keptChallenge } from './lib/kept-challenge';
import { AccountPage, DeleteAccountPage, DeletionStatusPage, TwoStepPage } from '.';

const words = texts.settings;
const email = 'ada@example.org';
const oldPassword = 'Tr0ub4dor&3';
const newPassword = 'c0rrect-Horse';
const receipt = 'a-receipt-of-22-chars';
const me = {
  id: 'ada',
  email,
  displayName: 'Ada',
  roles: [],
  mfaEnabled: false,
  createdAt: '2026-05-03T10:00:00.000Z',
  locale: 'en',
  timeZone: 'UTC',
};
const routes = [
  { path: '/account', Component: AccountPage },
  { path: '/account/two-step', Component: TwoStepPage },
  { path: '/account/delete', Component: DeleteAccountPage },
  { path: '/account-deletion', Component: DeletionStatusPage },
];
const erasing = {
  state: 'ERASING',
  requestedAt: '2026-05-03T10:00:00.000Z',
  services: [
    { service: 'photo-service' },
    { service: 'video-service', erasedAt: '2026-05-03T10:00:05.000Z' },
  ],
};

beforeEach(() => {
  // All four hundred would only slow every look-up down.
  vi.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['Europe/Lisbon', 'Europe/Vienna']);
  session.adopt({ accessToken: 'token', expiresIn: 300 });
});

afterEach(() => {
  session.end();
  forgetChallenge();
});

describe('profile', () => {
  it('saves what was changed, and nothing else', async () => {
    const calls = fakeService({
      'GET /api/v1/users/me': { body: me },
      'PATCH /api/v1/users/me': { body: { ...me, displayName: 'Ada L.' } },
    });
    const { user } = renderRoutes(routes, '/account');
    await user.type(await screen.findByLabelText('Name'), ' L.');
    await user.click(screen.getByRole('button', { name: words.save }));
    expect(await screen.findByText(words.saved)).toBeTruthy();
    expect(calls.at(-1)?.body).toEqual({ displayName: 'Ada L.' });
  });
});

describe('change of the password', () => {
  async function changePassword() {
    const { user } = renderRoutes(routes, '/account');
    await user.type(await screen.findByLabelText(words.oldPassword), oldPassword);
    await user.type(screen.getByLabelText(texts.account.newPassword), newPassword);
    await user.click(screen.getByRole('button', { name: words.changePassword }));
  }

  it('goes on with the fresh session', async () => {
    const calls = fakeService({
      'GET /api/v1/users/me': { body: me },
      'POST /api/v1/auth/change-password': { body: { accessToken: 'fresh', expiresIn: 300 } },
    });
    await changePassword();
    expect(await screen.findByText(words.passwordChanged)).toBeTruthy();
    expect(await session.token()).toBe('fresh');
    const call = calls.find(({ path }) => path.endsWith('/change-password'));
    expect(call?.headers.get('Authorization')).toBe('Bearer token');
    expect(call?.headers.get('X-Albumen-Client')).toBe('web');
  });

  it('waits for the code where two-step sign-in is on', async () => {
    fakeService({
      'GET /api/v1/users/me': { body: { ...me, mfaEnabled: true } },
      'POST /api/v1/auth/change-password': { body: { challenge: 'X', session: 's' } },
    });
    await changePassword();
    await waitFor(() => {
      expect(session.getEnding()).toBe('challenged');
    });
    expect(keptChallenge()).toEqual({ email, session: 's' });
  });

  it('tells a wrong password at its field, and stays signed in', async () => {
    fakeService({
      'GET /api/v1/users/me': { body: me },
      'POST /api/v1/auth/change-password': problem(403, 'wrong-password'),
    });
    await changePassword();
    expect(await screen.findByText(words.wrongPassword)).toBeTruthy();
    expect(session.getStatus()).toBe('signed-in');
  });
});

describe('two-step sign-in', () => {
  const setup = { body: { secret: 'JBSWY3DPEHPK3PXP', otpauthUri: 'otpauth://totp/A?secret=J' } };

  it('is set up with a code from the app', async () => {
    let mfaEnabled = false;
    const calls = fakeService({
      'GET /api/v1/users/me': () => ({ body: { ...me, mfaEnabled } }),
      'POST /api/v1/users/me/mfa/totp': setup,
      'POST /api/v1/users/me/mfa/totp/verify': () => {
        mfaEnabled = true;
        return { status: 204 };
      },
    });
    const { user } = renderRoutes(routes, '/account/two-step');
    expect(await screen.findByRole('img', { name: words.qr })).toBeTruthy();
    expect(screen.getByLabelText(words.orType).textContent).toBe(setup.body.secret);
    expect(screen.getByText(words.openApp).getAttribute('href')).toBe(setup.body.otpauthUri);
    await user.type(screen.getByLabelText('Code'), '123456');
    expect(await screen.findByText(texts.account.notices.twoStepOn)).toBeTruthy();
    expect(calls.find(({ path }) => path.endsWith('/verify'))?.body).toEqual({ code: '123456' });
  });

  it('is turned off with the password', async () => {
    let mfaEnabled = true;
    const calls = fakeService({
      'GET /api/v1/users/me': () => ({ body: { ...me, mfaEnabled } }),
      'DELETE /api/v1/users/me/mfa/totp': () => {
        mfaEnabled = false;
        return { status: 204 };
      },
    });
    const { user } = renderRoutes(routes, '/account');
    await user.click(await screen.findByRole('button', { name: words.turnOff }));
    await user.type(screen.getByLabelText('Password', { selector: 'input' }), oldPassword);
    await user.click(screen.getByRole('button', { name: words.turnOff }));
    expect(await screen.findByText(words.turnedOff)).toBeTruthy();
    expect(calls.find(({ method }) => method === 'DELETE')?.body).toEqual({
      password: oldPassword,
    });
  });
});

describe('deletion of an account', () => {
  it('takes the password and a typed word, then signs out and shows how far it is', async () => {
    const calls = fakeService({
      'GET /api/v1/users/me': { body: me },
      'DELETE /api/v1/users/me': { status: 202, body: { ...erasing, receipt } },
      'POST /api/v1/auth/deletion-status': { body: erasing },
    });
    session.adopt({ accessToken: `h.${btoa('{"sub":"ada"}')}.s`, expiresIn: 300 });
    const { user } = renderRoutes(routes, '/account/delete');
    await user.type(screen.getByLabelText('Password'), oldPassword);
    await user.click(screen.getByRole('button', { name: texts.deletion.confirm }));
    expect(screen.getByText(texts.deletion.typeMissing('delete'))).toBeTruthy();
    await user.type(screen.getByLabelText(texts.deletion.type('delete')), 'Delete');
    await user.click(screen.getByRole('button', { name: texts.deletion.confirm }));
    expect(await screen.findByText(texts.deletion.statusTitle)).toBeTruthy();
    expect(session.getStatus()).toBe('signed-out');
    expect(calls.at(-1)?.body).toEqual({ receipt });
  });

  it('is followed by the link of the mail, whose secret leaves the address bar', async () => {
    fakeService({ 'POST /api/v1/auth/deletion-status': { body: erasing } });
    const { router } = renderRoutes(routes, `/account-deletion#${receipt}`);
    const steps = await screen.findByRole('list', { name: texts.deletion.steps });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      `${texts.deletion.services['photo-service']}${texts.deletion.stepOpen}`,
      `${texts.deletion.services['video-service']}${texts.deletion.stepDone}`,
      `${texts.deletion.account}${texts.deletion.stepWaiting}`,
    ]);
    expect(router.state.location.hash).toBe('');
  });

  it('says when it is finished', async () => {
    const completed = { ...erasing, state: 'COMPLETED', completedAt: erasing.requestedAt };
    fakeService({ 'POST /api/v1/auth/deletion-status': { body: completed } });
    renderRoutes(routes, `/account-deletion#${receipt}`);
    expect(await screen.findByText(texts.deletion.doneTitle)).toBeTruthy();
  });

  it.each(['/account-deletion', `/account-deletion#${receipt}`])(
    'shows nothing of what is not known at %s',
    async (at) => {
      fakeService({ 'POST /api/v1/auth/deletion-status': problem(404, 'deletion-not-found') });
      renderRoutes(routes, at);
      expect(await screen.findByText(texts.deletion.unknownTitle)).toBeTruthy();
    },
  );
});
