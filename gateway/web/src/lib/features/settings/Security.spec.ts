import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { ada } from '#lib/api/examples.ts';
import { session } from '#lib/api/session.svelte.ts';
import { confirmation } from '#lib/components/ui/confirm.svelte.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { beforeNavigate } from '#lib/testing/navigation.ts';
import { changes, done, refuse, serve } from '#lib/testing/server.ts';
import PasswordForm from './PasswordForm.svelte';
import ProfileForm from './ProfileForm.svelte';
import SessionList from './SessionList.svelte';
import TokenList from './TokenList.svelte';

const messages = () => toasts.shown.map(({ text }) => text);
const PASSWORD = 'PUT /api/members/me/password';

beforeEach(async () => {
  await i18n.withPeople();
  await i18n.use('en');
  session.member = ada({ role: 'MEMBER', email: 'ada@example.com' });
  toasts.shown = [];
  confirmation.close();
});

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const fill = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('changes a password, and empties the fields afterwards', async () => {
  const sent = serve({ [PASSWORD]: done });
  draw(PasswordForm, {});
  await fill('Current password', 'old password');
  await fill('New password', 'short');
  await click('Change password');
  expect(screen.getByText('Use at least 10 characters.')).toBeTruthy();
  await fill('New password', 'a long enough one');
  await click('Change password');
  await waitFor(() => expect(messages()[0]).toMatch(/^Your password is changed/));
  expect(sent.map(({ body }) => body)).toEqual([{ current: 'old password', password: 'a long enough one' }]);
  expect([field('Current password').value, field('New password').value]).toEqual(['', '']);
});

it('shows a wrong current password at its field, and a weak new one at the other', async () => {
  let answer = refuse(403, 'wrong-password');
  serve({ [PASSWORD]: () => answer });
  draw(PasswordForm, {});
  await fill('Current password', 'old password');
  await fill('New password', 'password123');
  await click('Change password');
  expect(await screen.findByText('This is not your current password.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(field('Current password')));
  answer = refuse(400, 'invalid', { errors: [{ pointer: '/password', reason: 'password-common' }] });
  await click('Change password');
  await waitFor(() => expect(field('New password').getAttribute('aria-invalid')).toBe('true'));
  expect(field('Current password').getAttribute('aria-invalid')).toBeNull();
});

const device = (id: string, current: boolean) => ({
  id,
  current,
  device: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  address: '192.0.2.7',
  lastUsedAt: '2026-11-29T00:00:00Z',
  createdAt: '2026-11-28T00:00:00Z',
});
const sessions = (...items: object[]) => ({ 'GET /api/sessions': { items } });

it('ends a session elsewhere, but offers no end of the present one', async () => {
  const sent = serve({
    ...sessions(device('here', true), device('there', false)),
    'DELETE /api/sessions/there': done,
  });
  draw(SessionList, {});
  const [here] = await screen.findAllByRole('listitem');
  expect(textOf(here)).toContain('This device');
  expect(screen.getAllByRole('button', { name: /^End the session/ })).toHaveLength(1);
  await fireEvent.click(screen.getByRole('button', { name: /^End the session/ }));
  await waitFor(() => expect(messages()).toEqual(['The session is ended.']));
  expect(changes(sent)).toEqual(['DELETE /api/sessions/there']);
});

it('ends all others only after a confirmation, and does not offer it to a single session', async () => {
  const sent = serve({ ...sessions(device('a', true), device('b', false)), 'DELETE /api/sessions': done });
  const view = draw(SessionList, {});
  await fireEvent.click(await screen.findByRole('button', { name: 'End all others' }));
  expect(changes(sent)).toEqual([]);
  confirmation.question!.onconfirm();
  await waitFor(() => expect(changes(sent)).toEqual(['DELETE /api/sessions']));
  view.unmount();
  serve(sessions(device('a', true)));
  draw(SessionList, {});
  await screen.findByText('This device');
  expect(screen.queryByRole('button')).toBeNull();
});

const token = (as: object) => ({
  id: 't1',
  name: 'Nightly report',
  scopes: ['read', 'write'],
  createdAt: '2026-01-01T00:00:00Z',
  lastUsedAt: null,
  expiresAt: null,
  ...as,
});

it('says what each token may do, until when, and whether it is used', async () => {
  serve({
    'GET /api/access-tokens': { items: [token({}), token({ id: 't2', expiresAt: '2020-01-01T00:00:00Z' })] },
  });
  draw(TokenList, {});
  const [first, second] = (await screen.findAllByRole('listitem')).map(textOf);
  expect(first).toMatch(/Nightly report Read ?Write.*never used ?until it is revoked/);
  expect(first).not.toContain('Expired');
  expect(second).toContain('Expired');
});

it('revokes a token only after a confirmation that names it, and shows a refusal', async () => {
  const sent = serve({
    'GET /api/access-tokens': { items: [token({})] },
    'DELETE /api/access-tokens/t1': refuse(403, 'forbidden'),
  });
  draw(TokenList, {});
  await fireEvent.click(await screen.findByRole('button', { name: /^Revoke the token “Nightly report”/ }));
  expect(confirmation.question?.title).toBe('Revoke “Nightly report”?');
  expect(changes(sent)).toEqual([]);
  confirmation.question!.onconfirm();
  await waitFor(() => expect(toasts.shown).toMatchObject([{ bad: true }]));
});

it('explains an empty list of tokens in Korean, too', async () => {
  await i18n.use('ko');
  serve({ 'GET /api/access-tokens': { items: [] } });
  draw(TokenList, {});
  expect(await screen.findByText(i18n.people.security.noTokens)).toBeTruthy();
});

it('sends only the changed fields of a profile, and speaks the new language at once', async () => {
  const sent = serve({ 'PATCH /api/members/me': ada({ displayName: 'Ada K.', locale: 'ko' }) });
  draw(ProfileForm, { me: ada() });
  const isUnsaved = () => {
    const cancel = () => (unsaved = true);
    let unsaved = false;
    beforeNavigate.mock.calls.at(-1)![0]({ cancel, to: null, type: 'leave' });
    return unsaved;
  };
  expect(isUnsaved()).toBe(false);
  await fill('Name', ' ');
  expect(isUnsaved()).toBe(true);
  await click('Save');
  expect(screen.getByText('Required.')).toBeTruthy();
  await fill('Name', ' Ada K. ');
  await fireEvent.change(field('Language'), { target: { value: 'ko' } });
  await click('Save');
  await waitFor(() => expect(messages()).toHaveLength(1));
  expect(sent.map(({ body }) => body)).toEqual([{ displayName: 'Ada K.', locale: 'ko' }]);
  expect(document.documentElement.lang).toBe('ko');
  expect(messages()).toEqual([i18n.people.profile.saved]);
});

it('finds a time zone by a city in either language', async () => {
  const sent = serve({ 'PATCH /api/members/me': ada({ timeZone: 'Europe/Berlin' }) });
  draw(ProfileForm, { me: ada() });
  await fireEvent.click(await screen.findByRole('button', { name: /^Time zone: Asia\/Seoul/ }));
  const search = await screen.findByRole('combobox', { name: 'Search time zones' });
  await fireEvent.input(search, { target: { value: '베를린' } });
  await fireEvent.keyDown(search, { key: 'Enter' });
  await click('Save');
  await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ timeZone: 'Europe/Berlin' }]));
});
