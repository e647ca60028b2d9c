import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { ada } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import { session } from '#lib/api/session.svelte.ts';
import type { Teammate, TeamWithMembers } from '#lib/api/teams.ts';
import { menus } from '#lib/components/ui/menus.svelte.ts';
import '#lib/components/ui/PickerPopover.svelte'; // preloaded, so that no test waits for it
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, page, refuse, serve } from '#lib/testing/server.ts';
import NewTeam from './NewTeam.svelte';
import RenameTeam from './RenameTeam.svelte';
import TeamMembers from './TeamMembers.svelte';

const lin = ada({ id: 'lin', displayName: 'Lin' });
const mate = (member: string, lead = false) => ({ member, lead, since: '2026-01-05T00:00:00Z' }) as Teammate;
const team = (...members: Teammate[]): TeamWithMembers =>
  ({ id: 't1', name: 'Orion', mine: true, version: 4, members }) as unknown as TeamWithMembers;
const messages = () => toasts.shown.map(({ text }) => text);

beforeEach(async () => {
  await i18n.withPeople();
  await i18n.use('en');
  session.member = ada({ role: 'MANAGER' });
  directory.learn([ada(), lin]);
  toasts.shown = [];
  menus.close();
});

const show = (mayLead = true) => draw(TeamMembers, { team: team(mate('ada', true), mate('lin')), mayLead });

/** Opens the menu of a member of the team. */
async function open(name: string) {
  menus.close();
  await fireEvent.click(screen.getByRole('button', { name: `Actions: ${name}` }));
  return menus.current!.choices.map(({ label }) => label);
}
const pick = (label: string) => menus.current!.choices.find((choice) => choice.label === label)!.onpick();

it('lets managers change leads, and leads only members', async () => {
  const view = show();
  expect(await open('Ada')).toEqual(['Remove as lead', 'Remove from the team']);
  expect(await open('Lin')).toEqual(['Make lead', 'Remove from the team']);
  view.unmount();
  session.member = ada();
  const asLead = show();
  expect(await open('Lin')).toEqual(['Remove from the team']);
  asLead.unmount();
  show(false);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getAllByRole('listitem').map(textOf)[0]).toMatch(/^Ada Lead/);
});

it('removes a member, and adds the member again on request', async () => {
  const sent = serve({
    'DELETE /api/teams/t1/members/lin': team(mate('ada', true)),
    'PUT /api/teams/t1/members/lin': team(mate('ada', true), mate('lin')),
  });
  show();
  await open('Lin');
  pick('Remove from the team');
  await waitFor(() => expect(messages()).toEqual(['Lin is no longer in the team.']));
  toasts.shown[0]!.act!.run();
  await waitFor(() => expect(messages()).toContain('Lin is now in the team.'));
  expect(changes(sent)).toHaveLength(2);
});

it('appoints a lead, and shows that the last one must stay', async () => {
  const sent = serve({
    'PUT /api/teams/t1/leads/lin': team(mate('ada', true), mate('lin', true)),
    'DELETE /api/teams/t1/leads/ada': refuse(409, 'last-lead'),
  });
  show();
  await open('Lin');
  pick('Make lead');
  await waitFor(() => expect(messages()).toEqual(['Lin is now a lead of the team.']));
  await open('Ada');
  pick('Remove as lead');
  await waitFor(() => expect(toasts.shown.at(-1)?.bad).toBe(true));
  expect(changes(sent)).toHaveLength(2);
});

it('adds the person who is picked, with an account only', async () => {
  const kim = ada({ id: 'kim', displayName: 'Kim' });
  const sent = serve({
    'GET /api/members': page([kim]),
    'GET /api/teams': page([]),
    'PUT /api/teams/t1/members/kim': team(),
  });
  show();
  await fireEvent.click(await screen.findByRole('button', { name: /^Add a member/ }));
  const dialog = await screen.findByRole('dialog');
  await fireEvent.click(await within(dialog).findByText('Kim'));
  await waitFor(() => expect(messages()).toEqual(['Kim is now in the team.']));
  const people = sent.find(({ call }) => call === 'GET /api/members')!;
  expect(people.query).toMatchObject({ account: 'true' });
});

it('creates a team led by oneself, and shows at the name that it is taken', async () => {
  const onteam = vi.fn();
  let taken = true;
  const sent = serve({
    'POST /api/teams': () => (taken ? refuse(409, 'team-name-taken') : team(mate('ada', true))),
  });
  draw(NewTeam, { onclose: () => {}, onteam });
  const name = screen.getByLabelText<HTMLInputElement>('Name');
  await fireEvent.input(name, { target: { value: ' Orion ' } });
  const create = screen.getByRole('button', { name: 'Create team' });
  await fireEvent.click(create);
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.queryByRole('alert')).toBeNull();
  taken = false;
  await fireEvent.input(name, { target: { value: 'Orion 2' } });
  expect(name.getAttribute('aria-invalid')).toBeNull();
  await fireEvent.click(create);
  await waitFor(() => expect(onteam).toHaveBeenCalledWith('t1'));
  expect(sent.map(({ body }) => body)).toEqual([
    { name: 'Orion', lead: 'ada' },
    { name: 'Orion 2', lead: 'ada' },
  ]);
});

it('renames a team, sends nothing for the same name, and leaves it on Escape', async () => {
  const ondone = vi.fn();
  const sent = serve({ 'PATCH /api/teams/t1': refuse(412, 'stale') });
  draw(RenameTeam, { team: team(), ondone });
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
  expect([name.selectionStart, name.selectionEnd]).toEqual([0, 5]);
  await fireEvent.keyDown(name, { key: 'Escape' });
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(ondone).toHaveBeenCalledTimes(2));
  expect(sent).toEqual([]);
  await fireEvent.input(name, { target: { value: 'Orbit' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
  expect(document.getElementById(name.getAttribute('aria-describedby')!)?.textContent).not.toBe('');
});
