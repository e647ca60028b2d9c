import { fireEvent, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { ada, web } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import { session } from '#lib/api/session.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw } from '#lib/testing/draw.ts';
import { page, serve } from '#lib/testing/server.ts';
import '#lib/components/ui/PickerPopover.svelte'; // preloaded, so that no test waits for it
import FilterBar from './FilterBar.svelte';
import { viewOf, type View } from './filters.ts';
import { recent } from './recent.ts';

const lin = ada({ id: 'lin', displayName: 'Lin' });
const onchange = vi.fn<(change: Partial<View>) => void>();

beforeEach(async () => {
  await i18n.use('en');
  onchange.mockClear();
  session.member = ada();
  directory.forget();
  serve({
    'GET /api/projects': page([web(), web({ id: 'p-ops', key: 'OPS', name: 'Operations' })]),
    'GET /api/members': page([ada(), lin, ada({ id: 'gone', displayName: 'Gone', active: false })]),
    'GET /api/teams': page([
      { id: 't1', name: 'Atlas', mine: false },
      { id: 't2', name: 'Orion', mine: true },
    ]),
  });
});

const show = (search = '', without: ('project' | 'category' | 'sort')[] = []) =>
  draw(FilterBar, { view: viewOf(new URLSearchParams(search)), without, onchange });

const choices = (name: string) =>
  within(screen.getByRole('combobox', { name }))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

/** Opens a picker by its button. */
async function open(name: RegExp) {
  await fireEvent.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog');
}

it('filters by a due date or by a work cycle, never by both', async () => {
  show('due=today');
  const due = screen.getByRole('combobox', { name: 'Due' });
  await fireEvent.change(due, { target: { value: 'cycle-next' } });
  await fireEvent.change(due, { target: { value: 'overdue' } });
  await fireEvent.change(due, { target: { value: '' } });
  expect(onchange.mock.calls).toEqual([
    [{ due: '', cycle: 'next' }],
    [{ due: 'overdue', cycle: '' }],
    [{ due: '', cycle: '' }],
  ]);
});

it('offers the size that the address has among the usual ones', () => {
  show('points=4');
  expect(choices('Story points')).toContain('4 points');
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Story points' }).value).toBe('4');
});

it('offers open items before all of them, and each category', async () => {
  show();
  expect(choices('Status').slice(0, 3)).toEqual(['Open', 'All statuses', 'To do']);
  await i18n.use('ko');
  expect(choices('상태')[0]).toBe('미완료');
});

it('leaves out the filters that the page offers elsewhere', () => {
  show('', ['project', 'category', 'sort']);
  for (const name of ['Status', 'Sort']) expect(screen.queryByRole('combobox', { name })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Project/ })).toBeNull();
  expect(screen.getByRole('combobox', { name: 'Priority' })).toBeTruthy();
});

it('lists the reader’s own teams first, and keeps a team that is gone as what it is', async () => {
  show('team=t9');
  await screen.findByRole('option', { name: 'Orion' });
  expect(choices('Team')).toEqual(['All teams', 'Orion', 'Atlas', 'A former team']);
});

it('filters by a person who is found by typing, and suggests that person first from then on', async () => {
  show();
  let dialog = await open(/^Assignee: Anyone/);
  expect(
    within(dialog)
      .getAllByRole('option')
      .map(({ textContent }) => textContent.trim()),
  ).toEqual(expect.arrayContaining(['Anyone', 'Unassigned']));
  const search = within(dialog).getByRole('combobox', { name: 'Search people' });
  await fireEvent.input(search, { target: { value: 'lin' } });
  await within(dialog).findByRole('option', { name: /Lin/ });
  expect(within(dialog).queryByRole('option', { name: /Gone|Anyone/ })).toBeNull();
  await fireEvent.keyDown(search, { key: 'ArrowDown' });
  await fireEvent.keyDown(search, { key: 'Enter' });
  expect(onchange.mock.calls).toEqual([[{ assignee: 'lin' }]]);
  expect(recent('people')).toEqual(['lin']);

  dialog = await open(/^Assignee/);
  const names = within(dialog)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
  expect(names.findIndex((name) => name.includes('Lin'))).toBe(3); // after anyone, nobody and oneself
});

it('finds a project by its key or name, and closes without a choice on Escape', async () => {
  show('project=WEB');
  const dialog = await open(/^Project: Web shop/);
  const search = within(dialog).getByRole('combobox', { name: 'Search projects' });
  await fireEvent.input(search, { target: { value: 'ops' } });
  expect(within(dialog).getAllByRole('option')).toHaveLength(1);
  await fireEvent.input(search, { target: { value: 'nothing like it' } });
  expect(within(dialog).getByRole('status').textContent).toBe('No project found');
  await fireEvent.keyDown(search, { key: 'Enter' });
  await fireEvent.keyDown(search, { key: 'Escape' });
  expect(onchange).not.toHaveBeenCalled();
});
