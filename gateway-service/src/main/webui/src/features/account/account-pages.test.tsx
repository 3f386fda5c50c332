import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { session } from '@/lib/session/browser-session';
import { texts } from '@/lib/texts';
import { fakeService, problem } from '@/testing/fake-service';
import { renderRoutes } from '@/testing/render-routes';
import { forgetCredentials } from './lib/kept-credentials';
import { ConfirmPage, SignInPage, SignUpPage } from '.';

const routes = [
  { path: '/sign-up', Component: SignUpPage },
  { path: '/sign-in', Component: SignInPage },
  { path: '/confirm', Component: ConfirmPage },
];
const email = 'ada@example.org';
const password = 'Tr0ub4dor&3';
const tokens = { body: { accessToken: 'a', expiresIn: 900, tokenType: 'Bearer' } };

function field(name: string): HTMLElement {
  return screen.getByRole('textbox', { name });
}

function passwordField(): HTMLElement {
  return screen.getByLabelText(texts.account.password);
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

async function signUp() {
  const rendered = renderRoutes(routes, '/sign-up');
  const { user } = rendered;
  await user.type(field('Name'), 'Ada');
  await user.type(field('E-mail'), email);
  await user.type(passwordField(), password);
  await user.click(button('Create account'));
  return rendered;
}

afterEach(() => {
  session.end();
  forgetCredentials();
});

describe('sign-up', () => {
  it('shows the rules of a password before it fails, and sends nothing that would', async () => {
    const calls = fakeService({});
    const { user } = renderRoutes(routes, '/sign-up');
    expect(screen.getByText(texts.account.passwordRules.symbol)).toBeTruthy();
    await user.type(passwordField(), 'short');
    await user.click(button('Create account'));
    expect(screen.getByText(texts.account.nameMissing)).toBeTruthy();
    expect(screen.getByText(texts.account.passwordWeak)).toBeTruthy();
    expect(document.activeElement).toBe(field('Name'));
    expect(calls).toEqual([]);
  });

  it('puts what the service refuses at the field, until that is changed', async () => {
    fakeService({
      'POST /api/v1/auth/sign-up': problem(400, 'invalid-request', 'Invalid.', [
        { path: 'signUp.request.email', message: 'must be a well-formed email address' },
      ]),
    });
    const { user } = await signUp();
    const message = 'Must be a well-formed email address.';
    expect(await screen.findByText(message)).toBeTruthy();
    expect(field('E-mail').getAttribute('aria-invalid')).toBe('true');
    await user.type(field('E-mail'), 'x');
    expect(screen.queryByText(message)).toBeNull();
  });

  it('keeps the password out of the address, the history and storage', async () => {
    fakeService({ 'POST /api/v1/auth/sign-up': { status: 202 } });
    const { router } = await signUp();
    await screen.findByText(texts.account.confirmTitle);
    expect(JSON.stringify(router.state.location)).not.toContain(password);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(password);
  });

  it('leads by the code straight into the library', async () => {
    const calls = fakeService({
      'POST /api/v1/auth/sign-up': { status: 202 },
      'POST /api/v1/auth/confirm': { status: 204 },
      'POST /api/v1/auth/sign-in': tokens,
    });
    const { user } = await signUp();
    await user.type(await screen.findByRole('textbox', { name: 'Code' }), '123 456');
    await user.click(button('Confirm'));
    await waitFor(() => {
      expect(session.getStatus()).toBe('signed-in');
    });
    expect(calls.slice(1).map(({ body }) => body)).toEqual([
      { email, code: '123456' },
      { email, password },
    ]);
  });
});

describe('confirmation', () => {
  it('asks to sign in when the password is not at hand any more', async () => {
    fakeService({ 'POST /api/v1/auth/confirm': { status: 204 } });
    const { user } = renderRoutes(routes, `/confirm?email=${email}`);
    await user.type(field('Code'), '123456');
    await user.click(button('Confirm'));
    expect(await screen.findByText(texts.account.notices.confirmed)).toBeTruthy();
    expect((field('E-mail') as HTMLInputElement).value).toBe(email);
  });

  it('tells of a wrong code at the field', async () => {
    fakeService({
      'POST /api/v1/auth/confirm': problem(400, 'code-mismatch', 'This code is not right.', [
        { path: 'code', message: 'is not the code that was mailed' },
      ]),
    });
    const { user } = renderRoutes(routes, `/confirm?email=${email}`);
    await user.type(field('Code'), '123456');
    await user.click(button('Confirm'));
    expect(await screen.findByText('This code is not right.')).toBeTruthy();
  });

  it('sends another code, then pauses', async () => {
    const calls = fakeService({ 'POST /api/v1/auth/resend-code': { status: 202 } });
    const { user } = renderRoutes(routes, `/confirm?email=${email}`);
    await user.click(button('Send a new code'));
    expect(await screen.findByText(texts.account.resent)).toBeTruthy();
    expect((button(texts.account.resendIn(30)) as HTMLButtonElement).disabled).toBe(true);
    expect(calls).toHaveLength(1);
  });
});

describe('sign-in', () => {
  async function signIn() {
    const rendered = renderRoutes(routes, '/sign-in');
    await rendered.user.type(field('E-mail'), email);
    await rendered.user.type(passwordField(), password);
    await rendered.user.click(button('Sign in'));
    return rendered;
  }

  it('says it when the credentials are wrong', async () => {
    fakeService({ 'POST /api/v1/auth/sign-in': problem(401, 'bad-credentials', 'Wrong.') });
    await signIn();
    expect((await screen.findByRole('alert')).textContent).toBe('Wrong.');
  });

  it('leads to the code when the address is not confirmed yet', async () => {
    fakeService({ 'POST /api/v1/auth/sign-in': problem(403, 'not-confirmed') });
    const { router } = await signIn();
    expect(await screen.findByText(texts.account.notices.notConfirmed)).toBeTruthy();
    expect(router.state.location.search).toBe(`?${new URLSearchParams({ email }).toString()}`);
  });

  it('shows the password only on demand', async () => {
    const { user } = renderRoutes(routes, '/sign-in');
    expect(passwordField().getAttribute('type')).toBe('password');
    await user.click(button(texts.account.showPassword));
    expect(passwordField().getAttribute('type')).toBe('text');
  });
});
