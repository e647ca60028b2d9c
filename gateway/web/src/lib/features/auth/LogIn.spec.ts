import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { ada } from '#lib/api/examples.ts';
import { session } from '#lib/api/session.svelte.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, done, refuse, serve } from '#lib/testing/server.ts';
import ConfirmEmail from './ConfirmEmail.svelte';
import FindPassword from './FindPassword.svelte';
import Invitation from './Invitation.svelte';
import LogIn from './LogIn.svelte';
import ResetPassword from './ResetPassword.svelte';

const LOG_IN = 'POST /api/session';
const onlogin = vi.fn();

beforeEach(async () => {
  await i18n.use('en');
  session.member = null;
  toasts.shown = [];
  onlogin.mockClear();
});

const show = (because: 'ended' | 'reset' | null = null) =>
  draw(LogIn, { because, signUpHref: '/sign-up', onlogin });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const fill = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const heading = () => screen.findByRole('heading', { level: 1 }).then(textOf);

/** Fills in the form and sends it. */
async function logIn() {
  await fill('E-mail', ' ada@example.com ');
  await fill('Password', 'a long enough one');
  await click('Log in');
}

it('logs in from the first field on, without spaces around the address', async () => {
  const sent = serve({ [LOG_IN]: { member: ada() } });
  show();
  expect(document.activeElement).toBe(field('E-mail'));
  await click('Log in');
  expect(screen.getAllByText('Required.')).toHaveLength(2);
  await logIn();
  await waitFor(() => expect(onlogin).toHaveBeenCalledOnce());
  expect(sent.map(({ body }) => body)).toEqual([{ email: 'ada@example.com', password: 'a long enough one' }]);
  expect(session.member?.id).toBe('ada');
});

it.each(['en', 'ko'] as const)('says in %s that the credentials are wrong, and keeps them', async (lang) => {
  await i18n.use(lang);
  serve({ [LOG_IN]: refuse(401, 'wrong-credentials') });
  show();
  await fill(i18n.t.auth.email, 'ada@example.com');
  await fill(i18n.t.auth.password, 'wrong');
  await click(i18n.t.auth.logIn);
  const problem = await screen.findByRole('alert');
  expect(textOf(problem)).not.toBe('');
  expect(textOf(problem)).not.toContain('No.');
  expect(field(i18n.t.auth.password).value).toBe('wrong');
  expect(onlogin).not.toHaveBeenCalled();
});

it('offers another mail to an unconfirmed address, and to no other', async () => {
  const sent = serve({
    [LOG_IN]: refuse(403, 'email-unconfirmed'),
    'POST /api/email-confirmations': done,
  });
  show();
  expect(screen.queryByRole('button', { name: 'Send the mail again' })).toBeNull();
  await logIn();
  await fireEvent.click(await screen.findByRole('button', { name: 'Send the mail again' }));
  await waitFor(() => expect(toasts.shown[0]?.text).toMatch(/a new mail is on its way/));
  expect(sent.at(-1)!.body).toEqual({ email: 'ada@example.com' });
});

it.each([
  ['ended', /^Your session has ended/],
  ['reset', /^Your password is changed/],
] as const)('says why the visitor has to log in: %s', (because, sentence) => {
  show(because);
  expect(textOf(screen.getByRole('status'))).toMatch(sentence);
});

it('leads to the sign-up by Alt+U, also on a Korean keyboard', async () => {
  show();
  const link = screen.getByRole('link', { name: 'Sign up' });
  const clicked = vi.fn((event: Event) => event.preventDefault());
  link.addEventListener('click', clicked);
  await fireEvent.keyDown(window, { key: 'ㅕ', code: 'KeyU' });
  expect(clicked).not.toHaveBeenCalled();
  await fireEvent.keyDown(window, { key: 'ㅕ', code: 'KeyU', altKey: true });
  expect(clicked).toHaveBeenCalledOnce();
});

it('asks for a new password without telling whether there is an account', async () => {
  const sent = serve({ 'POST /api/password-resets': done });
  draw(FindPassword, {});
  await fill('E-mail', 'ada');
  await click('Send the link');
  expect(screen.getByText('Enter a valid e-mail address.')).toBeTruthy();
  await fill('E-mail', 'ada@example.com');
  await click('Send the link');
  expect(await screen.findByText(/^If there is an account for ada@example.com/)).toBeTruthy();
  expect(changes(sent)).toEqual(['POST /api/password-resets {"email":"ada@example.com"}']);
});

it('sets a new password with the link of the mail', async () => {
  const ondone = vi.fn();
  const sent = serve({ 'GET /api/password-resets/secret': {}, 'PUT /api/password-resets/secret': done });
  draw(ResetPassword, { token: 'secret', ondone });
  await screen.findByLabelText('New password');
  await fill('New password', 'short');
  await click('Change password');
  expect(changes(sent)).toEqual([]);
  await fill('New password', 'a long enough one');
  await click('Change password');
  await waitFor(() => expect(ondone).toHaveBeenCalledOnce());
});

it('offers a new link if the one of the mail is used up, before or after the password is typed', async () => {
  serve({});
  const view = draw(ResetPassword, { token: 'old', ondone: () => {} });
  expect(await screen.findByText('This link is no longer valid')).toBeTruthy();
  view.unmount();
  serve({ 'GET /api/password-resets/old': {} });
  draw(ResetPassword, { token: 'old', ondone: () => {} });
  await screen.findByLabelText('New password');
  await fill('New password', 'a long enough one');
  await click('Change password');
  const again = await screen.findByRole('link', { name: 'Ask for a new link' });
  expect(again.getAttribute('href')).toBe('/find-password');
});

it('confirms an address by the password that was chosen', async () => {
  let wrong = true;
  serve({ 'PUT /api/email-confirmations/secret': () => (wrong ? refuse(403, 'wrong-password') : done()) });
  draw(ConfirmEmail, { token: 'secret' });
  await fill('Password', 'something else');
  await click('Confirm');
  expect(await screen.findByText('This is not the password that you chose.')).toBeTruthy();
  wrong = false;
  await click('Confirm');
  await waitFor(async () => expect(await heading()).toBe('Your e-mail address is confirmed'));
});

it('says that the link of a confirmation is not valid', async () => {
  serve({});
  draw(ConfirmEmail, { token: 'old' });
  await fill('Password', 'a long enough one');
  await click('Confirm');
  await waitFor(async () => expect(await heading()).toBe('This link is not valid'));
});

const INVITATION = 'GET /api/invitations/by-token/secret';
const invitation = (as: object = {}) => ({
  state: 'open',
  email: 'kim@example.com',
  displayName: null,
  inviter: 'Ada',
  expiresAt: '2026-12-24T00:00:00Z',
  ...as,
});
const oncontinue = vi.fn();
const invited = () => draw(Invitation, { token: 'secret', onlogin, oncontinue });

it('greets an invited visitor by who invites, with the address filled in', async () => {
  serve({ [INVITATION]: invitation({ displayName: 'Kim' }), 'GET /api/sign-up': { mode: 'invitation' } });
  invited();
  expect(
    await screen.findByText(/Ada invites you to Ilgam. All work under the name “Kim” will be yours/),
  ).toBeTruthy();
  expect(field('E-mail').value).toBe('kim@example.com');
});

it.each([
  ['accepted', 'This invitation was already used'],
  ['expired', 'This invitation has expired'],
  ['revoked', 'This invitation was revoked'],
] as const)('says that the invitation is %s', async (state, title) => {
  serve({ [INVITATION]: invitation({ state }) });
  invited();
  await waitFor(async () => expect(await heading()).toBe(title));
});

it('lets a logged-in member go on, or log out to accept', async () => {
  session.member = ada();
  let away = true;
  serve({
    [INVITATION]: invitation(),
    'DELETE /api/session': () => (away ? refuse(503, 'unavailable') : done()),
  });
  invited();
  await waitFor(async () => expect(await heading()).toBe('You are logged in as Ada'));
  await click('Continue as Ada');
  expect(oncontinue).toHaveBeenCalledOnce();
  await click('Log out and accept');
  expect(await screen.findByRole('alert')).toBeTruthy();
  away = false;
  await click('Log out and accept');
  await waitFor(async () => expect(await heading()).toBe('You are invited'));
});
