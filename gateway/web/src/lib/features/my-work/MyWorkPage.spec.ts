import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ada, web, work } from '#lib/api/examples.ts';
import { session } from '#lib/api/session.svelte.ts';
import type { Item, MyWork } from '#lib/api/types.ts';
import { overlays } from '#lib/components/shell/overlays.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { page, refuse, serve } from '#lib/testing/server.ts';
import MyWorkPage from './MyWorkPage.svelte';

const MINE = 'GET /api/my-work';
const section = (total: number, ...items: Item[]) => ({ items, total });
const nothing = {
  day: '2026-11-30',
  cycle: { from: '2026-11-23', to: '2026-12-06' },
  overdue: section(0),
  today: section(0),
  thisCycle: section(0),
  later: section(0),
  undated: section(0),
  reported: section(0),
  recentlyDone: section(0),
} as MyWork;
const projects = (...all: object[]) => ({ 'GET /api/projects': page(all) });
const oncycle = vi.fn();

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 30, 9) });
  await i18n.use('en');
  session.member = ada();
  overlays.clear();
  oncycle.mockClear();
});
afterEach(() => void vi.useRealTimers());

const show = (cycle: '' | 'this' = '') => draw(MyWorkPage, { cycle, oncycle });

it('shows the filled sections in the order of their urgency, and where the rest of one is', async () => {
  serve({
    ...projects(web()),
    [MINE]: {
      ...nothing,
      overdue: section(7, work({ key: 'WEB-1', dueOn: '2026-11-01' })),
      undated: section(1, work({ key: 'WEB-2' })),
    },
  });
  show();
  await screen.findByRole('heading', { name: 'Overdue' });
  expect(screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual(['Overdue', 'No due date']);
  const more = screen.getAllByRole('link', { name: 'Load more' });
  expect(more.map((link) => link.getAttribute('href'))).toEqual(['/items?assignee=me&due=overdue']);
});

it('greets by name, and counts each item that is due this week once', async () => {
  const monday = work({ key: 'WEB-1', dueOn: '2026-11-30' });
  serve({
    ...projects(web()),
    [MINE]: {
      ...nothing,
      today: section(1, monday),
      thisCycle: section(2, monday, work({ key: 'WEB-2', dueOn: '2026-12-06' })),
      later: section(1, work({ key: 'WEB-3', dueOn: '2026-12-07' })),
    },
  });
  show();
  await waitFor(() =>
    expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe(
      'Good morning, Ada. 2 items are due this week.',
    ),
  );
});

it('shows one work cycle with its days, and leads back from an empty one', async () => {
  const sent = serve({ ...projects(web()), [MINE]: nothing });
  show('this');
  expect(await screen.findByText('Nothing in this cycle')).toBeTruthy();
  expect(screen.getByText('Due or done from Nov 23 to Dec 6')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'All my work' }));
  await fireEvent.change(screen.getByRole('combobox'), { target: { value: 'next' } });
  expect(oncycle.mock.calls).toEqual([[''], ['next']]);
  expect(sent.find(({ call }) => call === MINE)!.query).toEqual({ cycle: 'this' });
});

it('leads a newcomer to a first project, and a manager to an import as well', async () => {
  serve({ ...projects(), [MINE]: nothing });
  session.member = ada({ role: 'MANAGER' });
  show();
  await fireEvent.click(await screen.findByRole('button', { name: 'Create project' }));
  expect(overlays.newProject).toBe(true);
  expect(screen.getByRole('link', { name: /import/ }).getAttribute('href')).toBe('/imports');
  session.member = ada();
  await waitFor(() => expect(screen.queryByRole('link', { name: /import/ })).toBeNull());
});

it('says that all is done where there are projects, in Korean too', async () => {
  await i18n.use('ko');
  serve({ ...projects(web()), [MINE]: nothing });
  show();
  expect(await screen.findByText(i18n.t.myWork.empty)).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: i18n.t.myWork.createFirst }));
  expect(overlays.creating).toEqual({ kind: 'task' });
});

it('explains why the work cannot be shown', async () => {
  serve({ ...projects(web()), [MINE]: refuse(500, '') });
  show();
  expect(textOf(await screen.findByRole('alert'))).toContain('That didn’t work');
});
