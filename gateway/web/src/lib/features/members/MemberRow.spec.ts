import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { ada } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import { session } from '#lib/api/session.svelte.ts';
import type { Member, Role } from '#lib/api/types.ts';
import { confirmation } from '#lib/components/ui/confirm.svelte.ts';
import { menus } from '#lib/components/ui/menus.svelte.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw } from '#lib/testing/draw.ts';
import { changes, page, refuse, serve } from '#lib/testing/server.ts';
import MemberRow from './MemberRow.svelte';
import MembersPage from './MembersPage.svelte';
import NewInvitation from './NewInvitation.svelte';

const lin = (as: Partial<Member> = {}) => ada({ id: 'lin', displayName: 'Lin', ...as });
const onopen = vi.fn();
const messages = () => toasts.shown.map(({ text }) => text);

beforeEach(async () => {
  await i18n.withPeople();
  await i18n.use('en');
  session.member = ada({ role: 'ADMIN' });
  directory.learn([ada(), lin()]);
  toasts.shown = [];
  confirmation.close();
  menus.close();
  onopen.mockClear();
});

/** Opens a member's menu. */
async function open(member: Member) {
  draw(MemberRow, { member, onopen });
  await fireEvent.click(screen.getByRole('button', { name: `Actions: ${member.displayName}` }));
}

const offered = () => menus.current!.choices.map(({ label }) => label);
const pick = (label: string) => menus.current!.choices.find((choice) => choice.label === label)!.onpick();
const role = (role: Role) => `PUT /api/members/lin/role {"role":"${role}"}`;

it.each<[string, Partial<Member>, string[]]>([
  ['an active member', {}, ['Member', 'Manager', 'Administrator', 'Deactivate', 'Erase']],
  ['a former member', { active: false }, ['Reactivate', 'Erase']],
  [
    'a person without an account',
    { account: false },
    ['Invite to claim their history', 'Merge into a member', 'Erase'],
  ],
])('offers an administrator what is possible with %s', async (_, as, labels) => {
  await open(lin(as));
  expect(offered()).toEqual(labels);
});

it('offers administrators no way to lock themselves out but their role', async () => {
  await open(ada({ role: 'ADMIN' }));
  expect(offered()).toEqual(['Member', 'Manager', 'Administrator']);
  expect(screen.getByText('You')).toBeTruthy();
});

it('offers a manager only invitations, and a member nothing', () => {
  session.member = ada({ role: 'MANAGER' });
  const view = draw(MemberRow, { member: lin(), onopen });
  expect(screen.queryByRole('button')).toBeNull();
  view.unmount();
  session.member = ada();
  draw(MemberRow, { member: lin({ account: false }), onopen });
  expect(screen.queryByRole('button')).toBeNull();
});

it('gives and takes back a role below administrator without a question', async () => {
  const sent = serve({ 'PUT /api/members/lin/role': lin({ role: 'MANAGER' }) });
  await open(lin());
  pick('Member');
  pick('Manager');
  await waitFor(() => expect(messages()).toEqual(['Lin: Manager.']));
  toasts.shown[0]!.act!.run();
  await waitFor(() => expect(changes(sent)).toEqual([role('MANAGER'), role('MEMBER')]));
});

it.each<[Role, Role, string]>([
  ['MEMBER', 'ADMIN', 'Administrator'],
  ['ADMIN', 'MEMBER', 'Member'],
])('asks before %s becomes %s', async (before, after, word) => {
  const sent = serve({ 'PUT /api/members/lin/role': lin({ role: after }) });
  await open(lin({ role: before }));
  pick(word);
  expect(confirmation.question?.title).toBe(`Make Lin ${word}?`);
  expect(changes(sent)).toEqual([]);
  confirmation.question!.onconfirm();
  await waitFor(() => expect(changes(sent)).toEqual([role(after)]));
  expect(toasts.shown[0]?.act).toBeUndefined();
});

it('asks before administrators give up their own role, and shows the refusal of the last one', async () => {
  serve({ 'PUT /api/members/ada/role': refuse(409, 'last-admin') });
  await open(ada({ role: 'ADMIN' }));
  pick('Member');
  expect(confirmation.question?.title).toBe('Change your own role to Member?');
  confirmation.question!.onconfirm();
  await waitFor(() => expect(toasts.shown).toMatchObject([{ bad: true }]));
});

it('deactivates after a confirmation, and reactivates on request', async () => {
  const sent = serve({
    'PUT /api/members/lin/deactivation': lin({ active: false }),
    'DELETE /api/members/lin/deactivation': lin(),
  });
  await open(lin());
  pick('Deactivate');
  confirmation.question!.onconfirm();
  await waitFor(() => expect(messages()).toEqual(['Lin is deactivated.']));
  toasts.shown[0]!.act!.run();
  await waitFor(() => expect(messages()).toContain('Lin is active again.'));
  expect(changes(sent)).toEqual([
    'PUT /api/members/lin/deactivation',
    'DELETE /api/members/lin/deactivation',
  ]);
});

const teams = { 'GET /api/teams': page([{ id: 't1', name: 'Orion', mine: true }]) };
const INVITE = 'POST /api/invitations';
const fill = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const invite = () => fireEvent.click(screen.getByRole('button', { name: 'Invite' }));

it('mails an invitation in the chosen language', async () => {
  const sent = serve({ ...teams, [INVITE]: { id: 'i1', email: 'kim@example.com' } });
  draw(NewInvitation, { member: null, onclose: () => {} });
  await screen.findByRole('option', { name: 'Orion' });
  await fill(/^E-mail/, ' kim@example.com ');
  await fireEvent.change(screen.getByLabelText(/^Team/), { target: { value: 't1' } });
  await fireEvent.change(screen.getByLabelText('Language of the mail'), { target: { value: 'ko' } });
  await invite();
  expect(await screen.findByText('A mail with the link is on its way to kim@example.com.')).toBeTruthy();
  expect(sent.find(({ call }) => call === INVITE)!.body).toEqual({
    email: 'kim@example.com',
    locale: 'ko',
    role: 'MEMBER',
    team: 't1',
    expiresInDays: 7,
  });
});

it('shows the link of an invitation without an address once, to pass it on', async () => {
  session.member = ada({ role: 'MANAGER' });
  const sent = serve({ ...teams, [INVITE]: { id: 'i1', email: null, link: 'https://ilgam.example/i/x' } });
  draw(NewInvitation, { member: lin({ account: false }), onclose: () => {} });
  expect(screen.queryByLabelText('Role')).toBeNull();
  await invite();
  expect((await screen.findByLabelText<HTMLInputElement>('Link')).value).toBe('https://ilgam.example/i/x');
  expect(sent.find(({ call }) => call === INVITE)!.body).toEqual({ member: 'lin', expiresInDays: 7 });
});

it('loads the directory page by page, and says who can be invited', async () => {
  const sent = serve({
    ...teams,
    'GET /api/members': ({ query }) =>
      query['cursor'] === undefined ? page([ada()], 'ada', 2) : page([lin()], null, null),
  });
  const onview = vi.fn();
  draw(MembersPage, { view: { q: '', shelf: 'active' }, onview });
  await fireEvent.click(await screen.findByRole('button', { name: 'Load more' }));
  expect(await screen.findByText('Lin')).toBeTruthy();
  expect(screen.getByText('2 people')).toBeTruthy();
  const lists = sent.filter(({ call }) => call === 'GET /api/members');
  expect(lists.map(({ query }) => query['count'])).toEqual(['true', 'false']);
  await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'li ' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Former' }));
  expect(onview.mock.calls.map(([view]) => [view.q, view.shelf])).toEqual([
    ['li ', 'active'],
    ['', 'former'],
  ]);
});

it.each([
  ['former', '', 'No former members'],
  ['known', '', 'No people without an account'],
  ['active', 'zz', 'No results'],
] as const)('says that nobody is among %s people with “%s”', async (shelf, q, title) => {
  serve({ 'GET /api/members': page([]) });
  draw(MembersPage, { view: { q, shelf }, onview: () => {} });
  expect(await screen.findByText(title)).toBeTruthy();
});

it('offers nothing to undo after a failed request', async () => {
  serve({ 'PUT /api/members/lin/deactivation': refuse(503, 'unavailable') });
  await open(lin());
  pick('Deactivate');
  confirmation.question!.onconfirm();
  await waitFor(() => expect(toasts.shown.map(({ bad, act }) => [bad, act])).toEqual([[true, undefined]]));
});
