import { beforeEach, expect, it } from 'vitest';
import { page, refuse, serve } from '#lib/testing/server.ts';
import { queryClient } from './client.ts';
import { statuses, work } from './examples.ts';
import { changeItem, freshItem, moveItem, openItem } from './item-changes.ts';
import type { Item } from './types.ts';

const [, doing] = statuses;
const list = ['items', 'list', { sort: '-updatedAt' }, 100];
const column = ['items', 'column', {}, 's-todo'];
const mine = ['items', 'mine', ''];
const one = ['items', 'one', 'WEB-1'];

/** Puts the same two items into every place that shows work. */
function showEverywhere(...items: Item[]) {
  queryClient.setQueryData(list, { pages: [page(items.slice(0, 1)), page(items.slice(1))], pageParams: [] });
  queryClient.setQueryData(column, page(items));
  queryClient.setQueryData(mine, {
    day: '2026-11-30',
    cycle: { from: '2026-11-23', to: '2026-12-06' },
    today: page(items),
    later: page([]),
  });
  queryClient.setQueryData(one, { ...items[0], description: 'Long' });
}

/** What each place shows of an item. */
const shown = (of: (item: Item) => unknown, key = 'WEB-1') => {
  const seen = (items: Item[] | undefined) => items?.filter((item) => item.key === key).map(of)[0];
  const pages = queryClient.getQueryData<{ pages: { items: Item[] }[] }>(list)?.pages;
  return {
    list: seen(pages?.flatMap(({ items }) => items)),
    column: seen(queryClient.getQueryData<{ items: Item[] }>(column)?.items),
    mine: seen(queryClient.getQueryData<{ today: { items: Item[] } }>(mine)?.today.items),
    one: seen([queryClient.getQueryData<Item>(one)!]),
  };
};

const everywhere = (value: unknown) => ({ list: value, column: value, mine: value, one: value });

/** An answer that comes when the test says so. */
function held() {
  let answer: (with_: object) => void = () => undefined;
  const promise = new Promise<object>((resolve) => (answer = resolve));
  return { reply: () => promise, answer: (body: object) => answer(body) };
}

beforeEach(() => queryClient.clear());

it('shows a moved item everywhere before the server has answered', async () => {
  const slow = held();
  const sent = serve({ 'PUT /api/work-items/WEB-1/status': slow.reply });
  showEverywhere(work(), work({ key: 'WEB-2' }));
  const moving = moveItem(work(), doing!);
  expect(shown(({ status, category }) => `${status} ${category}`)).toEqual(everywhere('In progress doing'));
  expect(shown(({ status }) => status, 'WEB-2')).toMatchObject({ list: 'To do', column: 'To do' });
  slow.answer(work({ status: 'In progress', statusId: 's-doing', category: 'doing', version: 4 }));
  expect((await moving).version).toBe(4);
  expect(shown(({ version }) => version)).toEqual(everywhere(4));
  expect(sent.map(({ body }) => body)).toEqual([{ status: 'In progress' }]);
});

it('keeps the description of an open item, which lists and answers to a move leave out', async () => {
  serve({ 'PUT /api/work-items/WEB-1/status': work({ version: 4 }) });
  showEverywhere(work());
  await moveItem(work(), doing!);
  expect(queryClient.getQueryData<Item>(one)).toMatchObject({ description: 'Long', version: 4 });
});

it('takes a refused move back everywhere, and says why', async () => {
  serve({ 'PUT /api/work-items/WEB-1/status': refuse(409, 'unknown-status') });
  showEverywhere(work());
  await expect(moveItem(work(), doing!)).rejects.toMatchObject({ reason: 'unknown-status' });
  expect(shown(({ status }) => status)).toEqual(everywhere('To do'));
});

it('sends a change with the version that it is based on, and takes it back if that is stale', async () => {
  const sent = serve({ 'PATCH /api/work-items/WEB-1': refuse(412, 'stale') });
  showEverywhere(work());
  const changing = changeItem(work(), { title: 'Mine' }, '"3"');
  expect(shown(({ title }) => title)).toEqual(everywhere('Mine'));
  await expect(changing).rejects.toMatchObject({ status: 412 });
  expect(shown(({ title }) => title)).toEqual(everywhere('Speed up the start'));
  expect(sent[0]!.headers.get('If-Match')).toBe('"3"');
});

it('shows a cleared description as empty text', async () => {
  const slow = held();
  serve({ 'PATCH /api/work-items/WEB-1': slow.reply });
  showEverywhere(work());
  const changing = changeItem(work(), { description: null });
  expect(queryClient.getQueryData<Item>(one)?.description).toBe('');
  slow.answer(work({ description: '' }));
  await changing;
});

it('opens an issue with its key of idempotency, and has it at hand for its page', async () => {
  const opened = work({ key: 'WEB-7', kind: 'issue' });
  const sent = serve({ 'POST /api/issues': opened });
  await openItem('issue', { project: 'WEB', title: 'It is slow' }, 'once');
  expect(sent[0]!.headers.get('Idempotency-Key')).toBe('once');
  expect(queryClient.getQueryData(['items', 'one', 'WEB-7'])).toEqual(opened);
});

it('reads an item again past the cache', async () => {
  serve({ 'GET /api/work-items/WEB-1': work({ title: 'Theirs' }) });
  showEverywhere(work());
  expect((await freshItem('WEB-1')).title).toBe('Theirs');
  expect(queryClient.getQueryData<Item>(one)?.title).toBe('Theirs');
});
