import { createInfiniteQuery } from '@tanstack/svelte-query';
import { api } from './api';
import { paged } from './client';
import { refreshItems } from './item-cache';
import type { Item } from './types';

/** The comments until an instant, or until now. */
export function commentsQuery(item: () => Pick<Item, 'key'>, at: () => string | null) {
  return createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['items', 'comments', item().key, at()],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/work-items/{key}/comments', {
        path: { key: item().key },
        query: { limit: 100, cursor: pageParam, at: at() },
        signal,
      }),
  }));
}

export async function addComment(item: Item, text: string, idempotencyKey: string): Promise<void> {
  await api.post('/api/work-items/{key}/comments', {
    path: { key: item.key },
    body: { text },
    header: { 'Idempotency-Key': idempotencyKey },
  });
  await refreshItems();
}

export async function editComment(item: Item, comment: string, text: string): Promise<void> {
  await api.patch('/api/work-items/{key}/comments/{comment}', {
    path: { key: item.key, comment },
    body: { text },
  });
  await refreshItems();
}

export async function removeComment(item: Item, comment: string): Promise<void> {
  await api.delete('/api/work-items/{key}/comments/{comment}', { path: { key: item.key, comment } });
  await refreshItems();
}
