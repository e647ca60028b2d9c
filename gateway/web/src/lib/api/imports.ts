import { createQuery } from '@tanstack/svelte-query';
import { ask, get, upload } from './http';
import { queryClient } from './client';
import type { ImportRun } from './types';

/** Whether something is still being done. */
export function isUnderWay(run: ImportRun): boolean {
  return ['running', 'cancelling', 'withdrawing'].includes(run.state);
}

export interface ImportFiles {
  project: string;
  workflow: File;
  items: File;
  events: File;
  people: File | null;
}

/** Uploads the files; the answer names the run, which goes on without us. */
export async function startImport(files: ImportFiles, onprogress: (share: number) => void): Promise<string> {
  const form = new FormData();
  if (files.project !== '') form.set('project', files.project);
  form.set('workflow', files.workflow);
  form.set('items', files.items);
  form.set('events', files.events);
  if (files.people !== null) form.set('people', files.people);
  const answer = await upload<ImportRun | undefined>('/imports', form, onprogress);
  return answer.body?.id ?? answer.location?.split('/').at(-1) ?? '';
}

export function importQuery(id: () => string) {
  return createQuery(() => ({
    queryKey: ['imports', id()],
    queryFn: ({ signal }) => get<ImportRun>(`/imports/${encodeURIComponent(id())}`, undefined, signal),
    refetchInterval: (query: { state: { data?: ImportRun } }) =>
      query.state.data === undefined || isUnderWay(query.state.data) ? 1_000 : false,
  }));
}

/** While it runs it is cancelled, afterwards withdrawn. */
export async function withdrawImport(id: string): Promise<void> {
  await ask('DELETE', `/imports/${encodeURIComponent(id)}`);
  await queryClient.invalidateQueries({ queryKey: ['imports', id] });
}

export async function bringBackImport(id: string): Promise<void> {
  await ask('POST', `/imports/${encodeURIComponent(id)}/restoration`);
  await queryClient.invalidateQueries({ queryKey: ['imports', id] });
}
