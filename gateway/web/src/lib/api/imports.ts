import { createInfiniteQuery, createQuery } from '@tanstack/svelte-query';
import { loadRefusals } from '#lib/i18n/refusals/say.ts';
import { api } from './api';
import { paged, queryClient } from './client';
import type { ImportRun, OfWork } from './types';
import { upload } from './upload';

/** Whether something is still being done. */
export function isUnderWay(run: ImportRun): boolean {
  return ['running', 'cancelling', 'withdrawing'].includes(run.state);
}

/** Uploads the files; the answer names the run, which goes on without us. */
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
      // A line that a rule refused is told in the words of refusals.
      const asked = api.get('/api/imports/{id}', { path: { id: id() }, signal });
      return (await Promise.all([asked, loadRefusals()]))[0];
    },
    refetchInterval: (query: { state: { data?: ImportRun } }) =>
      query.state.data === undefined || isUnderWay(query.state.data) ? 1_000 : false,
  }));
}

/** What was imported, the newest first: into a project, or anywhere. */
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

/** While it runs it is cancelled, afterwards withdrawn. */
export async function withdrawImport(id: string): Promise<void> {
  await api.delete('/api/imports/{id}', { path: { id } });
  await queryClient.invalidateQueries({ queryKey: ['imports'] });
}

export async function bringBackImport(id: string): Promise<void> {
  await api.post('/api/imports/{id}/restoration', { path: { id } });
  await queryClient.invalidateQueries({ queryKey: ['imports'] });
}
