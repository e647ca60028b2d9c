import { createInfiniteQuery, createQuery, keepPreviousData } from '@tanstack/svelte-query';
import { api } from './api';
import { paged, queryClient } from './client';
import type { OfGateway, OfMember } from './types';

const OFTEN = 5_000;
const SELDOM = 30_000;

/** A running instance of a service. */
export type Instance = OfGateway['Service'];
/** Data that every service reports in the same form. */
export type Projection = OfMember['Projection'];
export type DeadLetter = OfMember['DeadLetter'];

export type DeadLetters = ReturnType<typeof deadLettersQuery>;
export type Projections = ReturnType<typeof projectionsQuery>;

export const instancesQuery = () =>
  createQuery(() => ({
    queryKey: ['operations', 'services'],
    queryFn: async ({ signal }) => (await api.get('/api/services', { signal })).items,
    refetchInterval: SELDOM,
  }));

export const projectionsQuery = () =>
  createQuery(() => ({
    queryKey: ['operations', 'projections'],
    queryFn: async ({ signal }) => (await api.get('/api/projections', { signal })).items,
    refetchInterval: OFTEN,
  }));

export const deadLettersQuery = () =>
  createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['operations', 'dead-letters'],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/dead-letters', { query: { limit: 20, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: SELDOM,
    staleTime: 0,
  }));

export const mailsQuery = () =>
  createQuery(() => ({
    queryKey: ['operations', 'mails'],
    queryFn: ({ signal }) => api.get('/api/mails', { signal }),
    refetchInterval: SELDOM,
  }));

export const importsQuery = () =>
  createQuery(() => ({
    queryKey: ['operations', 'imports'],
    queryFn: async ({ signal }) => (await api.get('/api/imports', { signal })).items,
    refetchInterval: SELDOM,
  }));

/** Returns whether the event was handled this time. */
export async function retryLetter(id: string): Promise<boolean> {
  const { handled } = await api.post('/api/dead-letters/{id}/retry', { path: { id } });
  await lookAgain();
  return handled;
}

export async function discardLetter(id: string, reason: string): Promise<void> {
  await api.post('/api/dead-letters/{id}/discard', { path: { id }, body: { reason } });
  await lookAgain();
}

export async function pause(projection: Projection): Promise<void> {
  await api.put('/api/projections/{context}/{name}/pause', of(projection));
  await lookAgain();
}

export async function resume(projection: Projection): Promise<void> {
  await api.delete('/api/projections/{context}/{name}/pause', of(projection));
  await lookAgain();
}

export async function rebuild(projection: Projection): Promise<void> {
  await api.post('/api/projections/{context}/{name}/rebuild', of(projection));
  await lookAgain();
}

const of = ({ context, name }: Projection) => ({ path: { context, name } });

const lookAgain = () => queryClient.invalidateQueries({ queryKey: ['operations'] });
