import { beforeEach, expect, it } from 'vitest';
import { statuses, work } from '#lib/api/examples.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { changes, refuse, serve } from '#lib/testing/server.ts';
import { move } from './move.ts';
import { resolving } from './resolving.svelte.ts';

const [todo, doing, finished] = statuses;
const to = (name: string) => `PUT /api/work-items/WEB-1/status {"status":"${name}"}`;
const messages = () => toasts.shown.map(({ text }) => text);

beforeEach(async () => {
  await i18n.use('en');
  toasts.shown = [];
  resolving.item = null;
});

it('moves an item, says so in the reader’s language, and moves it back on request', async () => {
  await i18n.use('ko');
  const sent = serve({
    'PUT /api/work-items/WEB-1/status': ({ body }) => work({ status: (body as { status: string }).status }),
  });
  await move(work(), doing!, statuses);
  expect(messages()).toEqual([i18n.t.items.moved('WEB-1', '진행 중')]);
  toasts.shown[0]!.act!.run();
  await expect.poll(() => changes(sent)).toEqual([to('In progress'), to('To do')]);
});

it('sends nothing for the status that the item has', async () => {
  const sent = serve({});
  await move(work(), todo!, statuses);
  expect([sent, messages()]).toEqual([[], []]);
});

it('shows why a move was refused, and offers nothing to undo', async () => {
  serve({ 'PUT /api/work-items/WEB-1/status': refuse(404, 'not-found') });
  await move(work(), doing!, statuses);
  expect(toasts.shown.map(({ bad, act }) => [bad, act])).toEqual([[true, undefined]]);
});

it('offers no undo to a status that the workflow no longer has', async () => {
  serve({ 'PUT /api/work-items/WEB-1/status': work({ status: 'Done' }) });
  await move(work({ status: 'Old' }), finished!, statuses);
  expect(toasts.shown[0]!.act).toBeUndefined();
});

it('asks how an issue was resolved before it says that the issue moved', async () => {
  const closed = work({ kind: 'issue', status: 'Done', category: 'done' });
  serve({ 'PUT /api/work-items/WEB-1/status': closed });
  await move(work({ kind: 'issue' }), finished!, statuses);
  expect([resolving.item?.key, messages()]).toEqual(['WEB-1', []]);
  resolving.end();
  resolving.end();
  expect(messages()).toEqual(['WEB-1 is now “Done”.']);
});

it.each([
  ['a task', work({ status: 'Done' })],
  ['an issue with a resolution', work({ kind: 'issue', status: 'Done', resolution: 'Fixed' })],
])('does not ask for %s', async (_, moved) => {
  serve({ 'PUT /api/work-items/WEB-1/status': moved });
  await move(work({ kind: moved.kind }), finished!, statuses);
  expect(resolving.item).toBeNull();
});
