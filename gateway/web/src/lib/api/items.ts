import {
  createInfiniteQuery,
  createQueries,
  createQuery,
  keepPreviousData,
  type InfiniteData,
} from '@tanstack/svelte-query';
import type { Cycle } from './calendar';
import { queryClient } from './client';
import { ask, get } from './http';
import type { Comment, HistoryEntry, Item, ItemPatch, Kind, MyWork, Page, Status } from './types';

const path = (item: { kind: Kind; key: string }) => `/${item.kind}s/${encodeURIComponent(item.key)}`;

/** In characters. */
export const LONGEST_DESCRIPTION = 20_000;

export interface ItemFilter {
  project?: string;
  kind?: string;
  assignee?: string;
  category?: string;
  status?: string;
  priority?: string;
  due?: string;
  cycle?: string;
  team?: string;
  text?: string;
  sort?: string;
  at?: string;
}

export function itemsQuery(filter: () => ItemFilter, limit = 100) {
  return createInfiniteQuery(() => ({
    queryKey: ['items', 'list', filter(), limit],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Item>>(
        '/work-items',
        { ...filter(), limit, cursor: pageParam, count: pageParam === null },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<Item>) => last.next,
    placeholderData: keepPreviousData,
  }));
}

/** The latest items of each status, a question a column. */
export function columnQueries(project: () => string, workflow: () => Status[], limit: number) {
  return createQueries(() => ({
    queries: workflow().map((status) => ({
      queryKey: ['items', 'column', project(), status.id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<Page<Item>>(
          '/work-items',
          { project: project(), status: status.id, sort: '-updatedAt', limit, count: true },
          signal,
        ),
    })),
  }));
}

/** A handful of matches, for the command palette and for choosing a parent. */
export async function findItems(text: string, signal?: AbortSignal): Promise<Item[]> {
  return (await get<Page<Item>>('/work-items', { text, limit: 8 }, signal)).items;
}

/** The first item in an order: tells how far back or how near the history reaches. */
export function edgeQuery(sort: string, filter: () => ItemFilter) {
  return createQuery(() => ({
    queryKey: ['items', 'edge', sort, filter()],
    queryFn: async ({ signal }) =>
      (await get<Page<Item>>('/work-items', { ...filter(), sort, limit: 1 }, signal)).items[0] ?? null,
    staleTime: 60_000,
  }));
}

/** All of it, or that of one of the member's work cycles. */
export function myWorkQuery(cycle: () => Cycle | '') {
  return createQuery(() => ({
    queryKey: ['items', 'mine', cycle()],
    queryFn: ({ signal }) => get<MyWork>('/my-work', cycle() === '' ? {} : { cycle: cycle() }, signal),
    placeholderData: keepPreviousData,
  }));
}

/** An item now, or as of an instant. */
export function itemQuery(key: () => string, at: () => string | null) {
  return createQuery(() => ({
    queryKey: at() === null ? ['items', 'one', key()] : ['items', 'past', key(), at()],
    queryFn: ({ signal }) => get<Item>(`/work-items/${encodeURIComponent(key())}`, { at: at() }, signal),
  }));
}

/** A deleted item answers in no other way than in a list of the deleted. */
export function deletedItemQuery(key: () => string) {
  return createQuery(() => ({
    queryKey: ['items', 'deleted', key()],
    queryFn: async ({ signal }) => {
      const found = await get<Page<Item>>('/work-items', { deleted: true, text: key(), limit: 5 }, signal);
      return found.items.find((item) => item.key === key()) ?? null;
    },
  }));
}

export function historyQuery(item: () => { kind: Kind; key: string }) {
  return createInfiniteQuery(() => ({
    queryKey: ['items', 'history', item().key],
    queryFn: ({ pageParam, signal }) =>
      get<Page<HistoryEntry>>(`${path(item())}/history`, { limit: 100, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<HistoryEntry>) => last.next,
  }));
}

export function commentsQuery(item: () => { kind: Kind; key: string }) {
  return createInfiniteQuery(() => ({
    queryKey: ['items', 'comments', item().key],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Comment>>(`${path(item())}/comments`, { limit: 100, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<Comment>) => last.next,
  }));
}

export interface NewItem {
  project: string;
  title: string;
  description?: string;
  assignee?: string;
  startOn?: string;
  dueOn?: string;
  estimateHours?: number;
  priority?: string;
  severity?: string;
  labels?: string[];
  parent?: string;
  status?: string;
}

export async function openItem(kind: Kind, item: NewItem, idempotencyKey: string): Promise<Item> {
  const { body } = await ask<Item>('POST', `/${kind}s`, { body: item, idempotencyKey });
  queryClient.setQueryData(['items', 'one', body.key], body);
  await refreshItems();
  return body;
}

/** Shows the change at once, asks the server, and takes it back when the server says no. */
export async function changeItem(item: Item, patch: ItemPatch, ifMatch?: string): Promise<Item> {
  const before = snapshot();
  const { description, ...others } = patch;
  show({ ...item, ...others, ...(description === undefined ? {} : { description: description ?? '' }) });
  try {
    const { body } = await ask<Item>('PATCH', path(item), { body: patch, ifMatch });
    return await settled(body);
  } catch (refused) {
    takeBack(before);
    throw refused;
  }
}

export async function moveItem(item: Item, status: Pick<Item, 'category'> & { name: string }): Promise<Item> {
  const before = snapshot();
  show({ ...item, status: status.name, category: status.category });
  try {
    const { body } = await ask<Item>('PUT', `${path(item)}/status`, { body: { status: status.name } });
    return await settled(body);
  } catch (refused) {
    takeBack(before);
    throw refused;
  }
}

export async function freshItem(key: string): Promise<Item> {
  const item = await get<Item>(`/work-items/${encodeURIComponent(key)}`);
  queryClient.setQueryData(['items', 'one', key], item);
  return item;
}

export async function deleteItem(item: Item): Promise<void> {
  await ask('DELETE', path(item));
  await refreshItems();
}

export async function restoreItem(item: { kind: Kind; key: string }): Promise<void> {
  await ask('POST', `${path(item)}/restoration`);
  await refreshItems();
}

export async function addComment(item: Item, text: string, idempotencyKey: string): Promise<void> {
  await ask('POST', `${path(item)}/comments`, { body: { text }, idempotencyKey });
  await refreshItems();
}

export async function editComment(item: Item, comment: string, text: string): Promise<void> {
  await ask('PATCH', `${path(item)}/comments/${comment}`, { body: { text } });
  await refreshItems();
}

export async function removeComment(item: Item, comment: string): Promise<void> {
  await ask('DELETE', `${path(item)}/comments/${comment}`);
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
  queryClient.setQueriesData<InfiniteData<Page<Item>>>({ queryKey: ['items', 'list'] }, (list) =>
    list === undefined
      ? list
      : { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(swap) })) },
  );
  queryClient.setQueriesData<Page<Item>>({ queryKey: ['items', 'column'] }, (page) =>
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
