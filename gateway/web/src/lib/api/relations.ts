import { createQuery } from '@tanstack/svelte-query';
import { api } from './api';
import { refreshItems } from './item-cache';
import type { Item, ItemPatch, RelationKind } from './types';

/** The relations of an item, now or as of an instant. */
export function relationsQuery(item: () => Pick<Item, 'key'>, at: () => string | null) {
  return createQuery(() => ({
    queryKey: ['items', 'relations', item().key, at()],
    queryFn: ({ signal }) =>
      api.get('/api/work-items/{key}/relations', { path: { key: item().key }, query: { at: at() }, signal }),
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
