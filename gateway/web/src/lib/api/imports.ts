import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query';
import { loadRefusals } from '#lib/i18n/refusals/say.ts';
import { api } from './api';
import { paged, queryClient } from './client';
import type { ImportRun, OfWork } from './types';
import { upload } from './upload';

/** Whether the import is still at work. */
export function isUnderWay(run: ImportRun): boolean {
  return ['running', 'cancelling', 'withdrawing'].includes(run.state);
}

/** Uploads the files; the answer names the import, which goes on in the background. */
export async function startImport(
  files: OfWork['ImportUpload'],
  onprogress: (share: number) => void,
): Promise<string> {
  return (await upload('/api/imports', files, onprogress)).id;
}

export function importQuery(id: () => string) {
  return createQuery(() => ({
    queryKey: ['imports', id()],
    queryFn: async ({ signal }) => {
      // A line that a rule refused is explained with the words of refusals.
      const run = api.get('/api/imports/{id}', { path: { id: id() }, signal });
      return (await Promise.all([run, loadRefusals()]))[0];
    },
    refetchInterval: (query: { state: { data?: ImportRun } }) =>
      query.state.data === undefined || isUnderWay(query.state.data) ? 1_000 : false,
  }));
}

/** The imports, the newest first: into a project, or all. */
export function pastImportsQuery(project: () => string) {
  return createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['imports', 'past', project()],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/imports', {
        query: { project: project() || null, cursor: pageParam, limit: 20 },
        signal,
      }),
  }));
}

/** Cancels a running import, withdraws a finished one. */
export async function withdrawImport(id: string): Promise<void> {
  await api.delete('/api/imports/{id}', { path: { id } });
  await queryClient.invalidateQueries({ queryKey: ['imports'] });
}

export async function bringBackImport(id: string): Promise<void> {
  await api.post('/api/imports/{id}/restoration', { path: { id } });
  await queryClient.invalidateQueries({ queryKey: ['imports'] });
}
