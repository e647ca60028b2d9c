import { beforeEach, expect, it } from 'vitest';
import { done, refuse, serve } from '#lib/testing/server.ts';
import { queryClient } from './client.ts';
import { ada } from './examples.ts';
import { directory } from './members.svelte.ts';
import { changeRole, deactivate, erase } from './membership.ts';
import { changeProfile } from './own.ts';
import { session } from './session.svelte.ts';
import type { Role } from './types.ts';

beforeEach(() => {
  session.member = null;
  session.known = false;
  directory.forget();
});

it('knows that nobody is logged in, which is no failure', async () => {
  serve({ 'GET /api/session': refuse(401, 'unauthenticated') });
  await session.load();
  expect([session.member, session.known]).toEqual([null, true]);
});

it('does not know who is logged in while the server is away', async () => {
  serve({ 'GET /api/session': refuse(503, 'unavailable') });
  await expect(session.load()).rejects.toMatchObject({ status: 503 });
  expect(session.known).toBe(false);
});

it('stays logged in if the server cannot log the member out', async () => {
  serve({ 'POST /api/session': { member: ada() }, 'DELETE /api/session': refuse(503, 'unavailable') });
  await session.logIn('ada@example.com', 'a long enough password');
  await expect(session.logOut()).rejects.toMatchObject({ status: 503 });
  expect(session.member?.id).toBe('ada');
  serve({ 'DELETE /api/session': done });
  await session.logOut();
  expect(session.member).toBeNull();
});

it.each<[Role | null, boolean, boolean]>([
  ['MEMBER', false, false],
  ['MANAGER', true, false],
  ['ADMIN', true, true],
  [null, false, false],
])('lets %s manage: %s, administer: %s', (role, manages, administers) => {
  session.member = role === null ? null : ada({ role });
  expect([session.mayManage, session.mayAdminister]).toEqual([manages, administers]);
});

it('takes a member’s own new role at once, and nobody else’s', async () => {
  session.member = ada({ role: 'ADMIN' });
  serve({
    'PUT /api/members/lin/role': ada({ id: 'lin', displayName: 'Lin', role: 'MANAGER' }),
    'PUT /api/members/ada/role': ada({ role: 'MEMBER' }),
  });
  await changeRole('lin', 'MANAGER');
  expect(session.mayAdminister).toBe(true);
  expect(directory.find('lin')?.role).toBe('MANAGER');
  await changeRole('ada', 'MEMBER');
  expect(session.mayAdminister).toBe(false);
});

it('shows a deactivated member as inactive wherever the name is', async () => {
  serve({ 'PUT /api/members/lin/deactivation': ada({ id: 'lin', displayName: 'Lin', active: false }) });
  directory.learn([ada({ id: 'lin', displayName: 'Lin' })]);
  await deactivate('lin');
  expect(directory.find('lin')?.active).toBe(false);
});

it('shows a new name of one’s own everywhere at once', async () => {
  session.member = ada();
  directory.learn([ada()]);
  serve({ 'PATCH /api/members/me': ada({ displayName: 'Ada K.' }) });
  await changeProfile({ displayName: 'Ada K.' });
  expect([session.member?.displayName, directory.find('ada')?.displayName]).toEqual(['Ada K.', 'Ada K.']);
});

it('forgets every name and every answer once a member is erased', async () => {
  serve({ 'DELETE /api/members/lin': done });
  directory.learn([ada({ id: 'lin', displayName: 'Lin' })]);
  queryClient.setQueryData(['items', 'list', {}], {});
  await erase('lin');
  expect(directory.find('lin')).toBeUndefined();
  expect(queryClient.getQueryState(['items', 'list', {}])?.isInvalidated).toBe(true);
});
