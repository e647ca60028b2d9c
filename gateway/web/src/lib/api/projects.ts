import { createQuery } from '@tanstack/svelte-query';
import { queryClient } from './client';
import { ask, get } from './http';
import type { Page, Project, Status } from './types';

const path = (key: string) => `/projects/${encodeURIComponent(key)}`;

/** Every project I may see, over all pages: a company has hundreds at most. */
export function projectsQuery(enabled: () => boolean = () => true) {
  return createQuery(() => ({
    queryKey: ['projects'],
    queryFn: everyProject,
    staleTime: 60_000,
    enabled: enabled(),
  }));
}

async function everyProject({ signal }: { signal?: AbortSignal }): Promise<Project[]> {
  const all: Project[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Project> = await get<Page<Project>>('/projects', { limit: 200, cursor }, signal);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

export function projectQuery(key: () => string | null) {
  return createQuery(() => ({
    queryKey: ['projects', key()],
    queryFn: ({ signal }) => get<Project>(path(key() ?? ''), undefined, signal),
    enabled: key() !== null && key() !== '',
    staleTime: 60_000,
  }));
}

export interface NewProject {
  key: string;
  name: string;
  description?: string;
  visibility: 'open' | 'private';
}

export async function startProject(project: NewProject, idempotencyKey: string): Promise<Project> {
  return told((await ask<Project>('POST', '/projects', { body: project, idempotencyKey })).body);
}

export async function changeProject(
  key: string,
  patch: Partial<Pick<Project, 'name' | 'description' | 'visibility'>>,
): Promise<Project> {
  return told((await ask<Project>('PATCH', path(key), { body: patch })).body);
}

/** A status without an id is new; the server gives it one. */
export async function defineWorkflow(
  key: string,
  statuses: (Omit<Status, 'id'> & { id?: string })[],
): Promise<void> {
  await ask('PUT', `${path(key)}/workflow`, { body: { statuses } });
  await queryClient.invalidateQueries();
}

export async function archiveProject(key: string, archived: boolean): Promise<void> {
  await ask(archived ? 'PUT' : 'DELETE', `${path(key)}/archive`);
  await queryClient.invalidateQueries({ queryKey: ['projects'] });
}

async function told(project: Project): Promise<Project> {
  queryClient.setQueryData(['projects', project.key], project);
  await queryClient.invalidateQueries({ queryKey: ['projects'] });
  return project;
}
