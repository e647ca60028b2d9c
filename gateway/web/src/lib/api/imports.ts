import { createQuery } from '@tanstack/svelte-query';
import { get, upload } from './http';
import type { ImportRun } from './types';

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
      query.state.data === undefined || query.state.data.state === 'running' ? 1_000 : false,
  }));
}
