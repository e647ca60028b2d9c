import { expect, it } from 'vitest';
import { changes, done, refuse, serve } from '#lib/testing/server.ts';
import { queryClient } from './client.ts';
import { work } from './examples.ts';
import { changeRelation } from './relations.ts';
import type { RelationKind } from './types.ts';

const patchOf = (key: string, body: object) => `PATCH /api/work-items/${key} ${JSON.stringify(body)}`;
const link = (from: string, type: string, to: string) => `/api/work-items/${from}/links/${type}/${to}`;

/** WEB-1 is the item on the page, WEB-2 the chosen one. */
const added: [RelationKind, string][] = [
  ['parent', patchOf('WEB-1', { parent: 'WEB-2' })],
  ['children', patchOf('WEB-2', { parent: 'WEB-1' })],
  ['task', patchOf('WEB-1', { task: 'WEB-2' })],
  ['issues', patchOf('WEB-2', { task: 'WEB-1' })],
  ['blocks', `PUT ${link('WEB-1', 'blocks', 'WEB-2')}`],
  ['blockedBy', `PUT ${link('WEB-1', 'blocked-by', 'WEB-2')}`],
  ['relatesTo', `PUT ${link('WEB-1', 'relates-to', 'WEB-2')}`],
  ['duplicates', `PUT ${link('WEB-1', 'duplicates', 'WEB-2')}`],
  ['duplicatedBy', `PUT ${link('WEB-2', 'duplicates', 'WEB-1')}`],
];

const removed: [RelationKind, string][] = [
  ['parent', patchOf('WEB-1', { parent: null })],
  ['children', patchOf('WEB-2', { parent: null })],
  ['task', patchOf('WEB-1', { task: null })],
  ['issues', patchOf('WEB-2', { task: null })],
  ['blocks', `DELETE ${link('WEB-1', 'blocks', 'WEB-2')}`],
  ['duplicatedBy', `DELETE ${link('WEB-2', 'duplicates', 'WEB-1')}`],
];

/** Accepts every change of the two items. */
const acceptAll = () =>
  serve(
    Object.fromEntries([
      ...['WEB-1', 'WEB-2'].map((key) => [`PATCH /api/work-items/${key}`, work({ key })]),
      ...[...added, ...removed]
        .filter(([, call]) => !call.startsWith('PATCH'))
        .map(([, call]) => [call, done]),
    ]) as Record<string, object>,
  );

it.each(added)('adds “%s” to the item that holds it', async (kind, call) => {
  const sent = acceptAll();
  await changeRelation(kind, 'WEB-1', 'WEB-2', true);
  expect(changes(sent)).toEqual([call]);
});

it.each(removed)('removes “%s” from the item that holds it', async (kind, call) => {
  const sent = acceptAll();
  await changeRelation(kind, 'WEB-1', 'WEB-2', false);
  expect(changes(sent)).toEqual([call]);
});

it('has both items read again, but not after a refusal', async () => {
  const isStale = (key: string) =>
    queryClient.getQueryState(['items', 'relations', key, null])?.isInvalidated;
  serve({ [`PUT ${link('WEB-1', 'blocks', 'WEB-2')}`]: refuse(409, 'link-cycle') });
  for (const key of ['WEB-1', 'WEB-2']) queryClient.setQueryData(['items', 'relations', key, null], {});
  await expect(changeRelation('blocks', 'WEB-1', 'WEB-2', true)).rejects.toMatchObject({ status: 409 });
  expect([isStale('WEB-1'), isStale('WEB-2')]).toEqual([false, false]);

  serve({ [`PUT ${link('WEB-1', 'blocks', 'WEB-2')}`]: done });
  for (const key of ['WEB-1', 'WEB-2']) queryClient.setQueryData(['items', 'relations', key, null], {});
  await changeRelation('blocks', 'WEB-1', 'WEB-2', true);
  expect([isStale('WEB-1'), isStale('WEB-2')]).toEqual([true, true]);
});
