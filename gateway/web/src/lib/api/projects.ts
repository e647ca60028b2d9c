import { createQuery } from '@tanstack/svelte-query';
import { api } from './api';
import { queryClient } from './client';
import { everyPage } from './every-page';
import type { OfWork, Project } from './types';

/** Every project the reader may see, over all pages: a company has hundreds at most. */
export function projectsQuery(enabled: () => boolean = () => true) {
  return createQuery(() => ({
    queryKey: ['projects'],
    queryFn: everyProject,
    staleTime: 60_000,
    enabled: enabled(),
  }));
}

/** Whether the reader may see a project with this key. */
export async function isProject(key: string): Promise<boolean> {
  const all = await queryClient.fetchQuery({
    queryKey: ['projects'],
    queryFn: everyProject,
    staleTime: 60_000,
    retry: false,
  });
  return all.some((project) => project.key === key);
}

function everyProject({ signal }: { signal?: AbortSignal }): Promise<Project[]> {
  return everyPage((cursor) => api.get('/api/projects', { query: { limit: 200, cursor }, signal }));
}

export function projectQuery(key: () => string | null) {
  return createQuery(() => ({
    queryKey: ['projects', key()],
    queryFn: ({ signal }) => api.get('/api/projects/{key}', { path: { key: key() ?? '' }, signal }),
    enabled: key() !== null && key() !== '',
    staleTime: 60_000,
  }));
}

/** A project as it was at an instant, with the workflow of that time. */
export function pastProjectQuery(key: () => string, at: () => string | null) {
  return createQuery(() => ({
    queryKey: ['projects', key(), at()],
    queryFn: ({ signal }) =>
      api.get('/api/projects/{key}', { path: { key: key() }, query: { at: at() }, signal }),
    enabled: at() !== null && key() !== '',
  }));
}

export async function startProject(project: OfWork['NewProject'], idempotencyKey: string): Promise<Project> {
  const header = { 'Idempotency-Key': idempotencyKey };
  return cached(await api.post('/api/projects', { body: project, header }));
}

export async function changeProject(key: string, patch: OfWork['ProjectPatch']): Promise<Project> {
  return cached(await api.patch('/api/projects/{key}', { path: { key }, body: patch }));
}

export type NewStatus = OfWork['NewStatus'];

/**
 * A status without an id is new; the server gives it one. Items of statuses that are left out move to their successors.
 *
 * @param successors by the id of a status that is left out, the id or name of its successor
 */
export async function defineWorkflow(
  key: string,
  statuses: OfWork['NewStatus'][],
  successors: Record<string, string> = {},
): Promise<void> {
  await api.put('/api/projects/{key}/workflow', { path: { key }, body: { statuses, successors } });
  await queryClient.invalidateQueries();
}

/** How many items each status has now, by its id. */
export async function countByStatus(key: string): Promise<Map<string, number>> {
  const { items } = await api.get('/api/projects/{key}/workflow/items', { path: { key } });
  return new Map(items.map(({ status, count }) => [status ?? '', count]));
}

/** Sets whether a member belongs to a private project. */
export async function admit(key: string, member: string, belongs: boolean): Promise<void> {
  const path = { key, member };
  if (belongs) await api.put('/api/projects/{key}/members/{member}', { path });
  else await api.delete('/api/projects/{key}/members/{member}', { path });
  await queryClient.invalidateQueries({ queryKey: ['projects'] });
}

export async function archiveProject(key: string, archived: boolean): Promise<void> {
  await (archived ? api.put : api.delete)('/api/projects/{key}/archive', { path: { key } });
  await queryClient.invalidateQueries({ queryKey: ['projects'] });
}

async function cached(project: Project): Promise<Project> {
  queryClient.setQueryData(['projects', project.key], project);
  await queryClient.invalidateQueries({ queryKey: ['projects'] });
  return project;
}
