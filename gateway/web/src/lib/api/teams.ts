import { createQuery, keepPreviousData } from '@tanstack/svelte-query';
import type { CalendarDay } from './calendar';
import { queryClient } from './client';
import { ask, get } from './http';
import type { Page } from './types';

export interface Team {
  id: string;
  name: string;
  leads: string[];
  size: number;
  mine: boolean;
  version: number;
}

export interface Teammate {
  member: string;
  lead: boolean;
  since: string;
}

export type TeamWithMembers = Team & { members: Teammate[] };

export interface TeamCalendar {
  members: { member: string; days: CalendarDay[] }[];
}

/** Every team: a company has dozens. */
export function teamsQuery(enabled: () => boolean = () => true) {
  return createQuery(() => ({
    queryKey: ['teams', 'list'],
    queryFn: async ({ signal }) => {
      const all: Team[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<Team> = await get<Page<Team>>('/teams', { limit: 200, cursor }, signal);
        all.push(...page.items);
        cursor = page.next;
      } while (cursor !== null);
      return all;
    },
    enabled: enabled(),
  }));
}

export function teamQuery(id: () => string) {
  return createQuery(() => ({
    queryKey: ['teams', 'one', id()],
    queryFn: ({ signal }) => get<TeamWithMembers>(`/teams/${encodeURIComponent(id())}`, undefined, signal),
  }));
}

export function teamCalendarQuery(id: () => string, span: () => { from: string; to: string }) {
  return createQuery(() => ({
    queryKey: ['calendar', 'team', id(), span()],
    queryFn: ({ signal }) =>
      get<TeamCalendar>(`/teams/${encodeURIComponent(id())}/calendar`, { ...span() }, signal),
    placeholderData: keepPreviousData,
  }));
}

export async function formTeam(name: string, lead: string, idempotencyKey: string): Promise<TeamWithMembers> {
  return told((await ask<TeamWithMembers>('POST', '/teams', { body: { name, lead }, idempotencyKey })).body);
}

export async function renameTeam(team: Team, name: string): Promise<void> {
  const { body } = await ask<TeamWithMembers>('PATCH', `/teams/${team.id}`, {
    body: { name },
    ifMatch: `"${team.version}"`,
  });
  await told(body);
}

export async function disbandTeam(id: string): Promise<void> {
  await ask('DELETE', `/teams/${id}`);
  await queryClient.invalidateQueries({ queryKey: ['teams', 'list'] });
}

export type Place = 'members' | 'leads';

export async function addTo(place: Place, team: string, member: string): Promise<void> {
  await told((await ask<TeamWithMembers>('PUT', `/teams/${team}/${place}/${member}`)).body);
}

export async function removeFrom(place: Place, team: string, member: string): Promise<void> {
  await told((await ask<TeamWithMembers>('DELETE', `/teams/${team}/${place}/${member}`)).body);
}

async function told(team: TeamWithMembers): Promise<TeamWithMembers> {
  queryClient.setQueryData(['teams', 'one', team.id], team);
  void queryClient.invalidateQueries({ queryKey: ['calendar', 'team', team.id] });
  await queryClient.invalidateQueries({ queryKey: ['teams', 'list'] });
  return team;
}
