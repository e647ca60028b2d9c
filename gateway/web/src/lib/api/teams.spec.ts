import { expect, it } from 'vitest';
import { page, refuse, serve } from '#lib/testing/server.ts';
import { queryClient } from './client.ts';
import { addTo, pathOfTeamWork, removeFrom, renameTeam, type Team } from './teams.ts';

const team = (id: string, name: string, mine: boolean): Team => ({ id, name, mine, version: 4 }) as Team;

it('leads to the work of the first of the member’s teams by name, over all pages of teams', async () => {
  serve({
    'GET /api/teams': ({ query }) =>
      query['cursor'] === undefined
        ? page([team('1', 'Atlas', false), team('2', 'Zeta', true)], 'more')
        : page([team('3', 'Orion', true)]),
  });
  expect(await pathOfTeamWork()).toBe('/items?team=3');
});

it('leads to the teams’ page without a team of one’s own, and if the teams cannot be read', async () => {
  serve({ 'GET /api/teams': page([team('1', 'Atlas', false)]) });
  expect(await pathOfTeamWork()).toBe('/teams');
  serve({ 'GET /api/teams': refuse(500, '') });
  expect(await pathOfTeamWork()).toBe('/teams');
});

it('renames the version of the team that the member saw', async () => {
  const sent = serve({ 'PATCH /api/teams/1': { ...team('1', 'Orbit', true), members: [] } });
  await renameTeam(team('1', 'Atlas', true), 'Orbit');
  expect(sent[0]!.headers.get('If-Match')).toBe('"4"');
  expect(sent[0]!.body).toEqual({ name: 'Orbit' });
  expect(queryClient.getQueryData<Team>(['teams', 'one', '1'])?.name).toBe('Orbit');
});

it('shows a changed membership at once, and has the team’s calendar read again', async () => {
  const withLin = { ...team('1', 'Atlas', true), members: [{ member: 'lin', lead: true }] };
  const sent = serve({
    'PUT /api/teams/1/leads/lin': withLin,
    'DELETE /api/teams/1/members/lin': { ...withLin, members: [] },
  });
  const calendar = ['calendar', 'team', '1', { from: '2026-11-01', to: '2026-11-30' }];
  queryClient.setQueryData(calendar, {});
  await addTo('leads', '1', 'lin');
  expect(queryClient.getQueryData(['teams', 'one', '1'])).toEqual(withLin);
  expect(queryClient.getQueryState(calendar)?.isInvalidated).toBe(true);
  await removeFrom('members', '1', 'lin');
  expect(queryClient.getQueryData(['teams', 'one', '1'])).toMatchObject({ members: [] });
  expect(sent.map(({ call }) => call)).toEqual([
    'PUT /api/teams/1/leads/lin',
    'DELETE /api/teams/1/members/lin',
  ]);
});
