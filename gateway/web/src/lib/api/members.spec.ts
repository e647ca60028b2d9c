import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Directory } from './members.svelte.ts';

const requests: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  requests.length = 0;
  vi.stubGlobal('fetch', async ({ url }: Request) => {
    requests.push(decodeURIComponent(url));
    return new Response(JSON.stringify({ items: [{ id: 'ada', displayName: 'Ada' }], next: null }));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('sends one request for all ids of a page, and distinguishes a former member from an unknown one', async () => {
  const directory = new Directory();
  expect([directory.find('ada'), directory.find('gone'), directory.find('ada')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  await vi.advanceTimersByTimeAsync(20);
  expect(requests).toEqual([`${location.origin}/api/members?ids=ada,gone`]);
  expect(directory.find('ada')?.displayName).toBe('Ada');
  expect(directory.find('gone')).toBeNull();
  await vi.advanceTimersByTimeAsync(100);
  expect(requests).toHaveLength(1);
});
