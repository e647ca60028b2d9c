import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { work } from '#lib/api/examples.ts';
import { page as list, refuse, serve } from '#lib/testing/server.ts';
import { Finder } from './finder.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('searches after a pause, and forgets answers to what was typed before', async () => {
  const waiting: Record<string, (items: object) => void> = {};
  const sent = serve({
    'GET /api/work-items': ({ query }) => new Promise((resolve) => (waiting[query['text']!] = resolve)),
  });
  const finder = new Finder();
  for (const text of ['s', 'sp', 'spe']) {
    finder.look(text);
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(100);
  finder.look(' ship ');
  await vi.advanceTimersByTimeAsync(200);
  expect(sent.map(({ query }) => query['text'])).toEqual(['spe', 'ship']);
  waiting['ship']!(list([work({ key: 'WEB-3' })]));
  waiting['spe']!(list([work()]));
  await vi.advanceTimersByTimeAsync(0);
  expect(finder.items.map(({ key }) => key)).toEqual(['WEB-3']);
  finder.look('s');
  expect(finder.items).toEqual([]);
});

it('finds nothing while the server is away', async () => {
  serve({ 'GET /api/work-items': refuse(503, 'unavailable') });
  const finder = new Finder();
  finder.items = [work()];
  finder.look('ship');
  await vi.advanceTimersByTimeAsync(200);
  await vi.waitFor(() => expect(finder.items).toEqual([]));
});
