import { createInfiniteQuery, createQueries, createQuery, keepPreviousData } from '@tanstack/svelte-query';
import { api, type Query } from './api';
import type { Cycle } from './calendar';
import { paged } from './client';
import type { Item, Status } from './types';

export type ItemFilter = Omit<Query<'/api/work-items'>, 'limit' | 'cursor' | 'count' | 'deleted'>;

export function itemsQuery(filter: () => ItemFilter, limit = 100) {
  return createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['items', 'list', filter(), limit],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/work-items', {
        query: { ...filter(), limit, cursor: pageParam, count: pageParam === null },
        signal,
      }),
    placeholderData: keepPreviousData,
  }));
}

/** The latest items of each status, one request for each column. */
export function columnQueries(filter: () => ItemFilter, workflow: () => Status[], limit: number) {
  return createQueries(() => ({
    queries: workflow().map((status) => ({
      queryKey: ['items', 'column', filter(), status.id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get('/api/work-items', {
          query: { ...filter(), status: status.id, sort: '-updatedAt', limit, count: true },
          signal,
        }),
    })),
  }));
}

/** A handful of matches, for the command palette and for choosing a parent. */
export async function findItems(text: string, signal?: AbortSignal): Promise<Item[]> {
  return (await api.get('/api/work-items', { query: { text, limit: 8 }, signal })).items;
}

/** The first item in a sort order: shows from when or until when there is history. */
export function edgeQuery(sort: string, filter: () => ItemFilter) {
  return createQuery(() => ({
    queryKey: ['items', 'edge', sort, filter()],
    queryFn: async ({ signal }) =>
      (await api.get('/api/work-items', { query: { ...filter(), sort, limit: 1 }, signal })).items[0] ?? null,
    staleTime: 60_000,
  }));
}

/** All of the member's work, or that of one work cycle period. */
export function myWorkQuery(cycle: () => Cycle | '') {
  return createQuery(() => ({
    queryKey: ['items', 'mine', cycle()],
    queryFn: ({ signal }) => api.get('/api/my-work', { query: { cycle: cycle() || null }, signal }),
    placeholderData: keepPreviousData,
  }));
}

/** An item now, or as of an instant. */
export function itemQuery(key: () => string, at: () => string | null) {
  return createQuery(() => ({
    queryKey: at() === null ? ['items', 'one', key()] : ['items', 'past', key(), at()],
    queryFn: ({ signal }) =>
      api.get('/api/work-items/{key}', { path: { key: key() }, query: { at: at() }, signal }),
  }));
}

/** A deleted item can be read only from the list of deleted items. */
export function deletedItemQuery(key: () => string) {
  return createQuery(() => ({
    queryKey: ['items', 'deleted', key()],
    queryFn: async ({ signal }) => {
      const found = await api.get('/api/work-items', {
        query: { deleted: true, text: key(), limit: 5 },
        signal,
      });
      return found.items.find((item) => item.key === key()) ?? null;
    },
  }));
}

/** Deleted items, the latest first: of a project, or of all visible ones. */
export function trashQuery(project: () => string) {
  return createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['items', 'trash', project()],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/work-items', {
        query: {
          deleted: true,
          project: project() || null,
          sort: '-updatedAt',
          limit: 50,
          cursor: pageParam,
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  }));
}
