import { createQuery, keepPreviousData } from '@tanstack/svelte-query';
import { api } from './api';
import type { Span } from './calendar';
import { queryClient } from './client';
import { everyPage } from './every-page';
import type { OfMember } from './types';

export type Team = OfMember['Team'];
export type Teammate = OfMember['Teammate'];
export type TeamWithMembers = OfMember['TeamWithMembers'];

/** Every team: a company has dozens. */
const everyTeam = {
  queryKey: ['teams', 'list'],
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Team[]> =>
    everyPage((cursor) => api.get('/api/teams', { query: { limit: 200, cursor }, signal })),
};

export function teamsQuery(enabled: () => boolean = () => true) {
  return createQuery(() => ({ ...everyTeam, enabled: enabled() }));
}

/** The list of work of the member's first team by name; the teams' page for members without a team. */
export async function pathOfTeamWork(): Promise<`/items?team=${string}` | '/teams'> {
  const all = await queryClient.ensureQueryData(everyTeam).catch(() => []); // the teams' page shows what went wrong
  const mine = all.filter((team) => team.mine).sort((a, b) => a.name.localeCompare(b.name));
  return mine[0] ? `/items?team=${mine[0].id}` : '/teams';
}

export function teamQuery(id: () => string) {
  return createQuery(() => ({
    queryKey: ['teams', 'one', id()],
    queryFn: ({ signal }) => api.get('/api/teams/{id}', { path: { id: id() }, signal }),
  }));
}

/** The members of the reader's teams. */
export function teammatesQuery(enabled: () => boolean) {
  return createQuery(() => ({
    queryKey: ['teams', 'mates'],
    queryFn: async ({ signal }) => {
      const teams = (await api.get('/api/teams', { query: { limit: 200 }, signal })).items.filter(
        (team) => team.mine,
      );
      const whole = await Promise.all(
        teams.slice(0, 5).map(({ id }) => api.get('/api/teams/{id}', { path: { id }, signal })),
      );
      return [...new Set(whole.flatMap((team) => team.members.map(({ member }) => member)))];
    },
    staleTime: 300_000,
    enabled: enabled(),
  }));
}

export function teamCalendarQuery(id: () => string, span: () => Span) {
  return createQuery(() => ({
    queryKey: ['calendar', 'team', id(), span()],
    queryFn: ({ signal }) =>
      api.get('/api/teams/{id}/calendar', { path: { id: id() }, query: span(), signal }),
    placeholderData: keepPreviousData,
  }));
}

export async function formTeam(name: string, lead: string, idempotencyKey: string): Promise<TeamWithMembers> {
  const header = { 'Idempotency-Key': idempotencyKey };
  return cached(await api.post('/api/teams', { body: { name, lead }, header }));
}

export async function renameTeam(team: Team, name: string): Promise<void> {
  const header = { 'If-Match': `"${team.version}"` };
  await cached(await api.patch('/api/teams/{id}', { path: { id: team.id }, body: { name }, header }));
}

export async function disbandTeam(id: string): Promise<void> {
  await api.delete('/api/teams/{id}', { path: { id } });
  await queryClient.invalidateQueries({ queryKey: ['teams', 'list'] });
}

export type Place = 'members' | 'leads';

export async function addTo(place: Place, team: string, member: string): Promise<void> {
  await cached(await api.put(`/api/teams/{id}/${place}/{member}`, { path: { id: team, member } }));
}

export async function removeFrom(place: Place, team: string, member: string): Promise<void> {
  await cached(await api.delete(`/api/teams/{id}/${place}/{member}`, { path: { id: team, member } }));
}

async function cached(team: TeamWithMembers): Promise<TeamWithMembers> {
  queryClient.setQueryData(['teams', 'one', team.id], team);
  void queryClient.invalidateQueries({ queryKey: ['calendar', 'team', team.id] });
  await queryClient.invalidateQueries({ queryKey: ['teams', 'list'] });
  return team;
}
