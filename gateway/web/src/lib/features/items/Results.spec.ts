import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ada, web, work } from '#lib/api/examples.ts';
import { session } from '#lib/api/session.svelte.ts';
import { overlays } from '#lib/components/shell/overlays.svelte.ts';
import { viewOf, type View } from '#lib/components/work/filters.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw } from '#lib/testing/draw.ts';
import { page, refuse, serve } from '#lib/testing/server.ts';
import ItemsPage from './ItemsPage.svelte';

const LIST = 'GET /api/work-items';
const onview = vi.fn<(view: View) => void>();
const projects = { 'GET /api/projects': page([web(), web({ key: 'OLD', name: 'Old', archived: true })]) };

beforeEach(async () => {
  await i18n.use('en');
  session.member = ada();
  onview.mockClear();
  overlays.clear();
});
afterEach(() => void vi.useRealTimers());

const show = (search = '') => draw(ItemsPage, { view: viewOf(new URLSearchParams(search)), onview });
const button = (name: string) => screen.findByRole('button', { name });

it('offers the first task where there is no work at all', async () => {
  serve({ ...projects, [LIST]: page([]) });
  show();
  expect(await screen.findByText('No work yet')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'New task' }));
  expect(overlays.creating).toEqual({ kind: 'task' });
});

it.each(['priority=HIGH', 'kind=issue', 'at=2026-03-01'])('says that nothing matches %s', async (search) => {
  serve({ ...projects, [LIST]: page([]) });
  show(search);
  expect(await screen.findByText('Nothing matches')).toBeTruthy();
});

it('offers the first task of an empty project, unless it is archived', async () => {
  serve({ ...projects, [LIST]: page([]) });
  const view = show('project=WEB');
  await fireEvent.click(await button('Create its first task'));
  expect(overlays.creating).toMatchObject({ project: 'WEB' });
  view.unmount();
  show('project=OLD');
  expect(await screen.findByText('This project is archived.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Create its first task' })).toBeNull();
});

it('explains why a list cannot be shown, and shows it on the next try', async () => {
  let broken = true;
  serve({ ...projects, [LIST]: () => (broken ? refuse(500, '') : page([work()])) });
  show();
  expect(await screen.findByText('That didn’t work')).toBeTruthy();
  broken = false;
  await fireEvent.click(await button('Try again'));
  expect(await screen.findByRole('link', { name: 'Speed up the start' })).toBeTruthy();
});

it('reads page after page by its cursor, counts once, and says where the list ends', async () => {
  const sent = serve({
    ...projects,
    [LIST]: ({ query }) =>
      query['cursor'] === undefined
        ? page([work()], 'WEB-1', 2)
        : page([work({ key: 'WEB-2', title: 'Second' })], null, null),
  });
  show();
  expect(await screen.findByText('End of list')).toBeTruthy();
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Speed up the start',
    'Second',
  ]);
  expect(screen.getByText('2 items')).toBeTruthy();
  const lists = sent.filter(({ call }) => call === LIST);
  expect(lists.map(({ query }) => [query['cursor'], query['count']])).toEqual([
    [undefined, 'true'],
    ['WEB-1', 'false'],
  ]);
});

it('keeps what is shown if the next page fails, and offers it again', async () => {
  serve({
    ...projects,
    [LIST]: ({ query }) => (query['cursor'] === undefined ? page([work()], 'WEB-1') : refuse(500, '')),
  });
  show();
  expect(await button('Try again')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Speed up the start' })).toBeTruthy();
});

it('searches once the member pauses, keeping the other filters', async () => {
  serve({ ...projects, [LIST]: page([work()]) });
  show('kind=task');
  await screen.findByText('End of list');
  vi.useFakeTimers();
  const search = screen.getByRole('searchbox');
  for (const value of ['s', 'sp', 'spe']) {
    await fireEvent.input(search, { target: { value } });
    vi.advanceTimersByTime(100);
  }
  expect(onview).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(onview.mock.calls.map(([{ text, kind }]) => [text, kind])).toEqual([['spe', 'task']]);
});

it('clears the filters but neither the kind nor the day', async () => {
  serve({ ...projects, [LIST]: page([]) });
  show('kind=issue&priority=HIGH&at=2026-03-01');
  await fireEvent.click(await button('Clear filters'));
  expect(onview.mock.calls[0]![0]).toMatchObject({ kind: 'issue', priority: '', at: '2026-03-01' });
});

it('shows a past day as the past: with a note, and without a way to add', async () => {
  const sent = serve({ ...projects, [LIST]: page([work()]) });
  show('at=2026-03-01');
  await screen.findByText('End of list');
  expect(screen.getByText(/As it was on March 1, 2026/)).toBeTruthy();
  expect(within(screen.getByRole('table')).queryByRole('button')).toBeNull();
  const { query } = sent.find(({ call }) => call === LIST)!;
  expect(new Date(query['at']!).getTime()).toBe(new Date(2026, 2, 2).getTime() - 1);
});
