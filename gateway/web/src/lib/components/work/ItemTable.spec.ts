import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { company } from '#lib/api/company.svelte.ts';
import { ada, web, work } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import { menus } from '#lib/components/ui/menus.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { page, serve } from '#lib/testing/server.ts';
import AsOf from './AsOf.svelte';
import ItemTable from './ItemTable.svelte';
import Person from './Person.svelte';

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T03:00:00Z') });
  await i18n.use('en');
  company.timeZone = 'Asia/Seoul';
  directory.learn([ada()]);
  menus.close();
  serve({ 'GET /api/projects': page([web()]) });
});
afterEach(() => void vi.useRealTimers());

const cells = (row: HTMLElement) => within(row).getAllByRole('cell').map(textOf);
const rows = () => screen.getAllByRole('row').slice(1);

it('shows what each item is, where, whose and until when', async () => {
  const items = [
    work({ kind: 'issue', priority: 'URGENT', dueOn: '2026-11-29', assignee: 'ada', estimateHours: 2.5 }),
    work({ key: 'OPS-2', project: 'OPS', title: 'Patch', dueOn: '2026-12-01' }),
  ];
  draw(ItemTable, { items, label: 'All work', people: true });
  expect(await screen.findByText('Web shop')).toBeTruthy();
  const [first, second] = rows().map(cells);
  expect(first!.join('|')).toMatch(
    /Urgent ?WEB-1\|Issue ?Speed up the start\|.*Web shop\|Ada\|Nov 29 Overdue\|2.5 h/,
  );
  expect(second!.join('|')).toMatch(/OPS-2\|Patch\|.*OPS\|Unassigned\|Tomorrow\|/);
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('3');
});

it('links to the item as of the day that is shown, and offers no change there', async () => {
  const items = [work({ dueOn: '2026-03-01' })];
  draw(ItemTable, { items, label: 'All work', at: '2026-03-01', readonly: true, onadd: () => {} });
  await screen.findByText('Web shop');
  expect(screen.getByRole('link').getAttribute('href')).toBe('/items/WEB-1?at=2026-03-01');
  expect(screen.queryByRole('button')).toBeNull();
  expect(textOf(rows()[0])).toContain('Today');
});

it('offers the workflow of the item’s project as its statuses', async () => {
  draw(ItemTable, { items: [work()], label: 'All work' });
  const [button] = await screen.findAllByRole('button', { name: 'Change the status of WEB-1: To do' });
  await fireEvent.click(button!);
  expect(menus.current!.choices.map(({ label, checked }) => [label, checked])).toEqual([
    ['To do', true],
    ['In progress', false],
    ['Done', false],
  ]);
  expect(button!.getAttribute('aria-expanded')).toBe('true');
  await fireEvent.click(button!);
  expect(menus.current).toBeNull();
});

it('draws a window of a long list at the height of all of it, and asks for more near the end', async () => {
  const items = Array.from({ length: 1_000 }, (_, n) => work({ key: `WEB-${n}` }));
  const onend = vi.fn();
  draw(ItemTable, { items, label: 'All work', onend });
  expect(rows().length).toBeLessThan(60);
  const group = screen.getAllByRole('rowgroup')[0]!;
  const padding = Number.parseInt(group.style.paddingBottom);
  const tall = Number.parseInt(within(group).getAllByRole('presentation')[0]!.style.height);
  expect(padding + rows().length * tall).toBe(1_000 * tall);
  expect(onend).not.toHaveBeenCalled();

  group.getBoundingClientRect = () => ({ top: -985 * tall }) as DOMRect;
  await fireEvent.scroll(window);
  await vi.waitFor(() => expect(onend).toHaveBeenCalled());
  expect(textOf(rows().at(-1))).toContain('WEB-999');
});

it('names a former member, nobody, and a person whose name is still loading', async () => {
  directory.learn([ada({ id: 'gone', displayName: '', erased: true })]);
  for (const [id, name] of [
    ['gone', 'Former member'],
    [null, 'Unassigned'],
    ['new', '…'],
  ] as const) {
    const view = draw(Person, { id });
    expect(textOf(view.container)).toBe(name);
    view.unmount();
  }
});

it('looks at the past only for a day before today', async () => {
  const onpick = vi.fn();
  draw(AsOf, { day: '2026-03-01', onpick });
  const field = screen.getByRole('textbox', { name: 'As of' });
  await fireEvent.change(field, { target: { value: '2026-02-01' } });
  await fireEvent.change(field, { target: { value: 'today' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Back to now' }));
  expect(onpick.mock.calls).toEqual([['2026-02-01'], [null], [null]]);
});
