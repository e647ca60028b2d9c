import {
  createInfiniteQuery,
  createQueries,
  createQuery,
  keepPreviousData,
  type InfiniteData,
} from '@tanstack/svelte-query';
import { api, type Query } from './api';
import type { Cycle } from './calendar';
import { paged, queryClient } from './client';
import type { Item, ItemPatch, Kind, MyWork, OfWork, Status, RelationKind } from './types';

/** In characters. */
export const LONGEST_DESCRIPTION = 20_000;

export type ItemFilter = Omit<Query<'/api/work-items'>, 'limit' | 'cursor' | 'count' | 'deleted'>;

type Named = Pick<Item, 'key'>;

const of = ({ key }: Named) => ({ path: { key } });

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

/** The history until an instant, or until now. */
export function historyQuery(item: () => Named, at: () => string | null) {
  return createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['items', 'history', item().key, at()],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/work-items/{key}/history', {
        ...of(item()),
        query: { limit: 100, cursor: pageParam, at: at() },
        signal,
      }),
  }));
}

/** An entry of the history with its whole texts, which a list truncates. */
export const historyEntry = (item: Named, id: string) =>
  api.get('/api/work-items/{key}/history/{id}', { path: { key: item.key, id } });

/** The comments until an instant, or until now. */
export function commentsQuery(item: () => Named, at: () => string | null) {
  return createInfiniteQuery(() => ({
    ...paged,
    queryKey: ['items', 'comments', item().key, at()],
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/work-items/{key}/comments', {
        ...of(item()),
        query: { limit: 100, cursor: pageParam, at: at() },
        signal,
      }),
  }));
}

/** The relations of an item, now or as of an instant. */
export function relationsQuery(item: () => Named, at: () => string | null) {
  return createQuery(() => ({
    queryKey: ['items', 'relations', item().key, at()],
    queryFn: ({ signal }) =>
      api.get('/api/work-items/{key}/relations', { ...of(item()), query: { at: at() }, signal }),
  }));
}

/** Adds or removes a relation between two items; both pages show it then. */
export async function changeRelation(
  kind: RelationKind,
  key: string,
  other: string,
  related: boolean,
): Promise<void> {
  const patch = (from: string, body: ItemPatch) =>
    api.patch('/api/work-items/{key}', { path: { key: from }, body, header: {} });
  if (kind === 'parent') await patch(key, { parent: related ? other : null });
  else if (kind === 'children') await patch(other, { parent: related ? key : null });
  else if (kind === 'task') await patch(key, { task: related ? other : null });
  else if (kind === 'issues') await patch(other, { task: related ? key : null });
  else {
    const turned = kind === 'duplicatedBy';
    const path = { key: turned ? other : key, type: LINKS[kind], other: turned ? key : other };
    if (related) await api.put('/api/work-items/{key}/links/{type}/{other}', { path });
    else await api.delete('/api/work-items/{key}/links/{type}/{other}', { path });
  }
  await refreshItems();
}

const LINKS = {
  blocks: 'blocks',
  blockedBy: 'blocked-by',
  relatesTo: 'relates-to',
  duplicates: 'duplicates',
  duplicatedBy: 'duplicates',
} as const;

/** The fields of tasks and issues. */
export type NewItem = OfWork['NewItem'];

export async function openItem(kind: Kind, item: NewItem, idempotencyKey: string): Promise<Item> {
  const how = { body: item, header: { 'Idempotency-Key': idempotencyKey } };
  const opened = await (kind === 'task' ? api.post('/api/tasks', how) : api.post('/api/issues', how));
  queryClient.setQueryData(['items', 'one', opened.key], opened);
  await refreshItems();
  return opened;
}

/** Shows the change at once, sends it, and rolls back if the server refuses it. */
export async function changeItem(item: Item, patch: ItemPatch, ifMatch?: string): Promise<Item> {
  const before = snapshot();
  const { description, ...others } = patch;
  show({ ...item, ...others, ...(description === undefined ? {} : { description: description ?? '' }) });
  try {
    const header = { 'If-Match': ifMatch };
    return await settled(await api.patch('/api/work-items/{key}', { ...of(item), body: patch, header }));
  } catch (refused) {
    takeBack(before);
    throw refused;
  }
}

export async function moveItem(item: Item, status: Status): Promise<Item> {
  const before = snapshot();
  show({ ...item, status: status.name, statusId: status.id, category: status.category });
  try {
    return await settled(
      await api.put('/api/work-items/{key}/status', { ...of(item), body: { status: status.name } }),
    );
  } catch (refused) {
    takeBack(before);
    throw refused;
  }
}

export async function freshItem(key: string): Promise<Item> {
  const item = await api.get('/api/work-items/{key}', { path: { key } });
  queryClient.setQueryData(['items', 'one', key], item);
  return item;
}

export async function deleteItem(item: Named): Promise<void> {
  await api.delete('/api/work-items/{key}', of(item));
  await refreshItems();
}

export async function restoreItem(item: Named): Promise<void> {
  await api.post('/api/work-items/{key}/restoration', of(item));
  await refreshItems();
}

export async function addComment(item: Item, text: string, idempotencyKey: string): Promise<void> {
  await api.post('/api/work-items/{key}/comments', {
    ...of(item),
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

export const etag = (item: Item) => `"${item.version}"`;

async function settled(item: Item): Promise<Item> {
  show(item);
  await refreshItems();
  return item;
}

function refreshItems(): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['dashboard'] });
  return queryClient.invalidateQueries({ queryKey: ['items'] });
}

function show(item: Item): void {
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

function snapshot() {
  void queryClient.cancelQueries({ queryKey: ['items'] });
  return queryClient.getQueriesData({ queryKey: ['items'] });
}

function takeBack(before: Snapshot): void {
  for (const [key, data] of before) queryClient.setQueryData(key, data);
}
