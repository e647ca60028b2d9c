import { api } from './api';
import { queryClient } from './client';
import { refreshItems, show, snapshot, takeBack } from './item-cache';
import type { Item, ItemPatch, Kind, OfWork, Status } from './types';

/** In characters. */
export const LONGEST_DESCRIPTION = 20_000;

type Named = Pick<Item, 'key'>;

const of = ({ key }: Named) => ({ path: { key } });

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

export const etag = (item: Item) => `"${item.version}"`;

async function settled(item: Item): Promise<Item> {
  show(item);
  await refreshItems();
  return item;
}
