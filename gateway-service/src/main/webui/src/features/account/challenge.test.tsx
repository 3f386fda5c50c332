import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { session } from '@/lib/session/browser-session';
import { texts } from '@/lib/texts';
import { fakeService, problem } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { forgetChallenge } from './lib/kept-challenge';
import { ChallengePage, ForgotPasswordPage, ResetPasswordPage, SignInPage } from '.';

const routes = [
  { path: '/sign-in', Component: SignInPage },
  { path: '/sign-in/code', Component: ChallengePage },
  { path: '/forgot-password', Component: ForgotPasswordPage },
  { path: '/reset-password', Component: ResetPasswordPage },
];
const email = 'ada@example.org';
const password = 'Tr0ub4dor&3';
const tokens = { body: { accessToken: 'a', expiresIn: 300, tokenType: 'Bearer' } };
const challenge = { body: { challenge: 'SOFTWARE_TOKEN_MFA', session: 'of-this-sign-in' } };

async function signIn() {
  const rendered = renderRoutes(routes, '/sign-in');
  await rendered.user.type(screen.getByLabelText('E-mail'), email);
  await rendered.user.type(screen.getByLabelText('Password'), password);
  await rendered.user.click(screen.getByRole('button', { name: 'Sign in' }));
  return rendered;
}

afterEach(() => {
  session.end();
  forgetChallenge();
});

describe('second step of a sign-in', () => {
  it('sends the code by itself once its sixth digit is there', async () => {
    const calls = fakeService({
      'POST /api/v1/auth/sign-in': challenge,
      'POST /api/v1/auth/challenge': tokens,
    });
    const { user } = await signIn();
    const code = await screen.findByLabelText('Code');
    expect(document.activeElement).toBe(code);
    await user.paste('123 456');
    await waitFor(() => {
      expect(session.getStatus()).toBe('signed-in');
    });
    expect(calls.at(-1)?.body).toEqual({ email, session: 'of-this-sign-in', code: '123456' });
  });

  it('asks again after a wrong code, in the field', async () => {
    const calls = fakeService({
      'POST /api/v1/auth/sign-in': challenge,
      'POST /api/v1/auth/challenge': problem(401, 'code-mismatch'),
    });
    const { user } = await signIn();
    await user.type(await screen.findByLabelText('Code'), '123456');
    expect(await screen.findByText(texts.account.challengeMismatch)).toBeTruthy();
    expect((screen.getByLabelText('Code') as HTMLInputElement).value).toBe('');
    await user.type(screen.getByLabelText('Code'), '123456');
    await waitFor(() => {
      expect(calls.filter(({ path }) => path.endsWith('/challenge'))).toHaveLength(2);
    });
  });

  it('leads back to the first step when it took too long, and says so', async () => {
    fakeService({
      'POST /api/v1/auth/sign-in': challenge,
      'POST /api/v1/auth/challenge': problem(401, 'challenge-expired'),
    });
    const { user } = await signIn();
    await user.type(await screen.findByLabelText('Code'), '123456');
    expect(await screen.findByText(texts.account.notices.challengeExpired)).toBeTruthy();
    expect((screen.getByLabelText('E-mail') as HTMLInputElement).value).toBe(email);
  });

  it('leaves nothing of itself in history or storage', async () => {
    fakeService({ 'POST /api/v1/auth/sign-in': challenge });
    const { router } = await signIn();
    await screen.findByLabelText('Code');
    const kept = JSON.stringify([router.state.location, { ...localStorage, ...sessionStorage }]);
    expect(kept).not.toContain('of-this-sign-in');
  });

  it('begins with the first after a reload', async () => {
    renderRoutes(routes, '/sign-in/code');
    expect(await screen.findByText(texts.account.notices.challengeGone)).toBeTruthy();
  });
});

describe('sign-in', () => {
  it('tells a suspended account from wrong credentials', async () => {
    fakeService({ 'POST /api/v1/auth/sign-in': problem(403, 'account-suspended') });
    await signIn();
    expect((await screen.findByRole('alert')).textContent).toBe(texts.problems.suspended);
  });

  it('leads to a new password where one is due', async () => {
    fakeService({ 'POST /api/v1/auth/sign-in': problem(403, 'password-reset-required') });
    await signIn();
    expect(await screen.findByText(texts.account.notices.resetRequired)).toBeTruthy();
    expect((screen.getByLabelText('E-mail') as HTMLInputElement).value).toBe(email);
  });
});

describe('a forgotten password', () => {
  it('is replaced with a mailed code, and leads straight in', async () => {
    const calls = fakeService({
      'POST /api/v1/auth/forgot-password': { status: 202 },
      'POST /api/v1/auth/reset-password': { status: 204 },
      'POST /api/v1/auth/sign-in': tokens,
    });
    const { user } = renderRoutes(routes, '/forgot-password');
    await user.type(screen.getByLabelText('E-mail'), email);
    await user.click(screen.getByRole('button', { name: texts.account.forgotSend }));
    expect(await screen.findByText(texts.account.notices.resetSent)).toBeTruthy();
    await user.type(screen.getByLabelText('Code'), '123456');
    await user.type(screen.getByLabelText(texts.account.newPassword), password);
    await user.click(screen.getByRole('button', { name: texts.account.setPassword }));
    await waitFor(() => {
      expect(session.getStatus()).toBe('signed-in');
    });
    expect(calls[1]?.body).toEqual({ email, code: '123456', newPassword: password });
  });

  it('is replaced on another device, too, which knows nothing yet', async () => {
    fakeService({
      'POST /api/v1/auth/reset-password': { status: 204 },
      'POST /api/v1/auth/sign-in': problem(503, 'down'),
    });
    const { user } = renderRoutes(routes, '/reset-password');
    await user.type(screen.getByLabelText('E-mail'), email);
    await user.type(screen.getByLabelText('Code'), '123456');
    await user.type(screen.getByLabelText(texts.account.newPassword), password);
    await user.click(screen.getByRole('button', { name: texts.account.setPassword }));
    expect(await screen.findByText(texts.account.notices.passwordReset)).toBeTruthy();
  });

  it('is not replaced by a wrong code', async () => {
    fakeService({ 'POST /api/v1/auth/reset-password': problem(400, 'code-mismatch') });
    const { user } = renderRoutes(routes, `/reset-password?email=${email}`);
    await user.type(screen.getByLabelText('Code'), '123456');
    await user.type(screen.getByLabelText(texts.account.newPassword), password);
    await user.click(screen.getByRole('button', { name: texts.account.setPassword }));
    expect(await screen.findByText(texts.account.codeMismatch)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Code'));
  });
});
