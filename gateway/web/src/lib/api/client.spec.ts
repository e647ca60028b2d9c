import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, refuse, serve } from '#lib/testing/server.ts';
import { queryClient } from './client.ts';
import { everyPage } from './every-page.ts';
import { web } from './examples.ts';
import { api } from './api.ts';
import { itemTitle } from './item-titles.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Reads the projects once through the cache. */
const read = () =>
  queryClient.fetchQuery({ queryKey: ['projects', 'all'], queryFn: () => api.get('/api/projects') });

it('repeats a request until the service is back', async () => {
  let away = 3;
  const sent = serve({
    'GET /api/projects': () => (away-- > 0 ? refuse(503, 'unavailable') : page([web()])),
  });
  const reading = read();
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await reading).items).toHaveLength(1);
  expect(sent).toHaveLength(4);
});

it('waits as long as the server says before it repeats', async () => {
  let busy = true;
  const wait = Response.json({ status: 503 }, { status: 503, headers: { 'Retry-After': '7' } });
  const sent = serve({ 'GET /api/projects': () => (busy ? wait : page([])) });
  const reading = read();
  await vi.advanceTimersByTimeAsync(6_900);
  expect(sent).toHaveLength(1);
  busy = false;
  await vi.advanceTimersByTimeAsync(200);
  expect(sent).toHaveLength(2);
  await reading;
});

it.each([400, 403, 404, 409, 429, 500])(
  'never repeats a request that was refused with %i',
  async (status) => {
    const sent = serve({ 'GET /api/projects': refuse(status, '') });
    const reading = expect(read()).rejects.toMatchObject({ status });
    await vi.advanceTimersByTimeAsync(60_000);
    await reading;
    expect(sent).toHaveLength(1);
  },
);

it('reads a list page by page until there is no next one', async () => {
  const cursors: (string | null)[] = [];
  const pages = [page([1, 2], 'a'), page<number>([], 'b'), page([3])];
  const all = await everyPage((cursor) => {
    cursors.push(cursor);
    return Promise.resolve(pages.shift()!);
  });
  expect(all).toEqual([1, 2, 3]);
  expect(cursors).toEqual([null, 'a', 'b']);
});

it('has no title for an item that cannot be read, and reads each title once', async () => {
  const sent = serve({
    'GET /api/projects': page([web()]),
    'GET /api/work-items/WEB-1': { title: 'Speed up' },
    'GET /api/work-items/WEB-2': refuse(503, 'unavailable'),
  });
  expect(await itemTitle('WEB-1')).toBe('Speed up');
  expect(await itemTitle('WEB-1')).toBe('Speed up');
  expect(await itemTitle('WEB-2')).toBeNull();
  expect(await itemTitle('UTF-8')).toBeNull();
  expect(sent.map(({ call }) => call)).toEqual([
    'GET /api/projects',
    'GET /api/work-items/WEB-1',
    'GET /api/work-items/WEB-2',
  ]);
});
