import { createInfiniteQuery } from '@tanstack/svelte-query';
import { api } from './api';
import { paged } from './client';
import type { Item } from './types';

type Named = Pick<Item, 'key'>;

/** The history until an instant, or until now. */
export function historyQuery(item: () => Named, at: () => string | null) {
  return createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['items', 'history', item().key, at()],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/work-items/{key}/history', {
        path: { key: item().key },
        query: { limit: 100, cursor: pageParam, at: at() },
        signal,
      }),
  }));
}

/** An entry of the history with its whole texts, which a list truncates. */
export const historyEntry = (item: Named, id: string) =>
  api.get('/api/work-items/{key}/history/{id}', { path: { key: item.key, id } });
