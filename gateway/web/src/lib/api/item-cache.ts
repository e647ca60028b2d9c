import type { InfiniteData } from '@tanstack/svelte-query';
import { queryClient } from './client';
import type { Item, MyWork, OfWork } from './types';

/** After a change: lists, items and figures are read again. */
export function refreshItems(): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['dashboard'] });
  return queryClient.invalidateQueries({ queryKey: ['items'] });
}

/** Shows an item everywhere it is cached, before the server has answered. */
export function show(item: Item): void {
  const swap = (old: Item) => (old.key === item.key ? item : old);
  queryClient.setQueryData<Item>(['items', 'one', item.key], (old) =>
    old === undefined ? old : { ...old, ...item },
  );
  queryClient.setQueriesData<InfiniteData<OfWork['PageItem']>>({ queryKey: ['items', 'list'] }, (list) =>
    list === undefined
      ? list
      : { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(swap) })) },
  );
  queryClient.setQueriesData<OfWork['PageItem']>({ queryKey: ['items', 'column'] }, (page) =>
    page === undefined ? page : { ...page, items: page.items.map(swap) },
  );
  queryClient.setQueriesData<MyWork>({ queryKey: ['items', 'mine'] }, (work) =>
    work === undefined
      ? work
      : (Object.fromEntries(
          Object.entries(work).map(([name, part]) => [
            name,
            typeof part === 'object' && 'items' in part ? { ...part, items: part.items.map(swap) } : part,
          ]),
        ) as MyWork),
  );
}

type Snapshot = ReturnType<typeof snapshot>;

/** What is cached now, to take back a change that the server refuses; answers on their way are cancelled. */
export function snapshot() {
  void queryClient.cancelQueries({ queryKey: ['items'] });
  return queryClient.getQueriesData({ queryKey: ['items'] });
}

export function takeBack(before: Snapshot): void {
  for (const [key, data] of before) queryClient.setQueryData(key, data);
}
