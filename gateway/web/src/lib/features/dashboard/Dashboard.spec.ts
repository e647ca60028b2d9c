import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { company } from '#lib/api/company.svelte.ts';
import { statuses, web, work } from '#lib/api/examples.ts';
import type { CycleTimes, Flow, Summary, Throughput } from '#lib/api/types.ts';
import { overlays } from '#lib/components/shell/overlays.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { goto } from '#lib/testing/navigation.ts';
import { page, refuse, serve } from '#lib/testing/server.ts';
import Cards from './Cards.svelte';
import Controls from './Controls.svelte';
import './CycleTimeChart.svelte'; // preloaded, so that no test waits for it
import CycleTimeChart from './CycleTimeChart.svelte';
import DashboardPage from './DashboardPage.svelte';
import FlowChart from './FlowChart.svelte';
import { viewOf, type View } from './period.ts';
import ThroughputChart from './ThroughputChart.svelte';

const DAY = 86_400;
const now = new Date('2026-11-30T03:00:00Z');
const onchange = vi.fn<(change: Partial<View>) => void>();
const view = (search = '') => viewOf(new URLSearchParams(search));
const period = { from: new Date('2026-11-02T00:00:00Z'), to: now, days: 28 };

const summary = {
  open: 12,
  doing: 3,
  waiting: 1,
  overdue: 2,
  createdThisWeek: 4,
  doneThisWeek: 5,
  dueThisWeek: 1,
} as Summary;
const throughput = (...done: number[]): Throughput => ({
  periods: done.map((n, week) => ({
    start: `2026-11-${String(2 + 7 * week).padStart(2, '0')}T00:00:00Z`,
    label: `Week ${week}`,
    done: n,
    created: 1,
  })),
});
const times = (p85: number | null, ...items: object[]) =>
  ({
    cycleTime: {
      count: items.length,
      leftOut: 2,
      percentiles: p85 === null ? {} : { '50': p85 / 2, '85': p85 },
    },
    leadTime: { count: items.length, percentiles: {} },
    items,
  }) as unknown as CycleTimes;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  company.timeZone = 'UTC';
  await i18n.use('en');
  onchange.mockClear();
  goto.mockClear();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const cards = (props: object) => {
  draw(Cards, { view: view(), period, summary, ...props });
  return Object.fromEntries(
    screen.getAllByRole('term').map((term) => [textOf(term), textOf(term.nextElementSibling)]),
  );
};

it('compares throughput and cycle time with the period before', () => {
  const shown = cards({
    throughput: throughput(4, 8, 8, 8),
    throughputBefore: throughput(7, 7, 7, 7),
    times: times(2 * DAY),
    timesBefore: times(3 * DAY),
  });
  expect(shown['Throughput']).toBe('7/ week 0% vs. the previous period');
  expect(shown['Cycle time, 85th percentile']).toBe('2 d −1 d vs. the previous period');
  expect(shown['In progress']).toBe('3 of 12 open');
  expect(shown['Overdue']).toBe('2 1 item due this week');
});

it('shows figures without a comparison as what they are', () => {
  const shown = cards({ throughput: throughput(4), throughputBefore: throughput(0), times: times(null) });
  expect(shown['Throughput']).toBe('1/ week 5 done this week');
  expect(shown['Cycle time, 85th percentile']).toBe('– no finished items that were in progress');
});

it('leads from a figure to its list with the same scope', () => {
  cards({ view: view('project=WEB&team=t1&kind=task&at=2026-03-01') });
  const href = screen.getByRole('link', { name: 'Overdue' }).getAttribute('href');
  expect(href).toBe('/items?due=overdue&project=WEB&team=t1&kind=task&at=2026-03-01');
});

it('goes to a day of the past by its date or by the slider, and back to now', async () => {
  serve({ 'GET /api/projects': page([web()]) });
  draw(Controls, { view: view('at=2026-11-20'), first: new Date('2026-11-10T00:00:00Z'), onchange });
  const slider = screen.getByRole('slider', { name: 'Day of the figures' });
  expect([slider.getAttribute('max'), slider.getAttribute('aria-valuetext')]).toEqual([
    '20',
    'November 20, 2026',
  ]);
  await fireEvent.input(slider, { target: { value: '5' } });
  expect(slider.getAttribute('aria-valuetext')).toBe('November 15, 2026');
  await waitFor(() => expect(onchange.mock.calls).toEqual([[{ at: '2026-11-15' }]]));
  await fireEvent.input(slider, { target: { value: '20' } });
  await waitFor(() => expect(onchange.mock.calls[1]).toEqual([{ at: null }]));
  await fireEvent.change(screen.getByRole('textbox', { name: 'As of' }), { target: { value: '2026-11-12' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Back to now' }));
  expect(onchange.mock.calls.slice(2)).toEqual([[{ at: '2026-11-12' }], [{ at: null }]]);
});

it('offers periods in weeks and the reader’s own cycles', async () => {
  serve({ 'GET /api/projects': page([web()]) });
  draw(Controls, { view: view(), first: null, onchange });
  const periods = screen.getByRole('combobox', { name: 'Period' });
  expect(within(periods).getAllByRole('option').map(textOf)).toEqual([
    '4 weeks',
    '12 weeks',
    '26 weeks',
    '1 year',
    'All time',
    'My last cycle',
    'My current cycle',
  ]);
  await fireEvent.change(periods, { target: { value: 'last' } });
  expect(onchange).toHaveBeenCalledWith({ span: 'last' });
});

const flow = (...open: number[]): Flow => ({
  points: open.map((n, day) => ({
    at: `2026-11-0${day + 1}T00:00:00Z`,
    created: n,
    byCategory: { todo: n, doing: 1, waiting: 0, done: 0, dropped: 0 },
    byStatus: { 'To do': n, 'In progress': 1 },
  })),
});

/** The table below a chart, row by row. */
async function table() {
  const details = document.querySelector('details')!;
  details.open = true;
  await fireEvent(details, new Event('toggle'));
  return within(within(details).getByRole('table'))
    .getAllByRole('row')
    .map((row) => [...row.children].map(textOf).join('|'));
}

it('draws the flow with a sentence and a legend, and as a table', async () => {
  const onby = vi.fn();
  draw(FlowChart, { flow: flow(10, 8), workflow: statuses, by: 'category', onby });
  const sentence = '9 open at the end of the period, 2 fewer than at the start.';
  expect((await screen.findByRole('img')).getAttribute('aria-label')).toContain(sentence);
  expect(screen.getAllByRole('listitem').map(textOf)).toEqual(['To do', 'In progress']);
  expect((await table())[0]).toMatch(/^Day\|/);
  await fireEvent.click(screen.getByRole('button', { name: 'By status' }));
  expect(onby).toHaveBeenCalledWith('status');
});

it('says that there was no work instead of drawing nothing', () => {
  draw(FlowChart, { flow: flow(), workflow: statuses, by: 'category', onby: () => {} });
  expect(screen.getByText('There was no work in this period.')).toBeTruthy();
  expect(screen.queryByRole('img')).toBeNull();
});

it('shows created and done items by week, in Korean too', async () => {
  await i18n.use('ko');
  draw(ThroughputChart, { throughput: throughput(2, 1_234) });
  expect(await screen.findByRole('img')).toBeTruthy();
  expect(await table()).toEqual([
    [i18n.t.dashboard.week, i18n.t.dashboard.created, i18n.t.dashboard.done].join('|'),
    'Week 0|1|2',
    'Week 1|1|1,234',
  ]);
});

it('names the week under the pointer', async () => {
  draw(ThroughputChart, { throughput: throughput(2, 3) });
  const chart = await screen.findByRole('img');
  await fireEvent.pointerMove(chart, { clientX: 590 });
  expect(screen.getByText('Week 1')).toBeTruthy();
  await fireEvent.pointerLeave(chart);
  expect(screen.queryByText('Week 1')).toBeNull();
});

it('shows cycle times with their percentiles, and leads from a dot to its item', async () => {
  const item = { key: 'WEB-1', doneAt: now.toISOString(), cycleSeconds: 2 * DAY, leadSeconds: 3 * DAY };
  const started = { ...item, key: 'WEB-2', cycleSeconds: null };
  draw(CycleTimeChart, { times: times(2 * DAY, item, started), period });
  const chart = await screen.findByRole('img');
  expect(chart.getAttribute('aria-label')).toContain('85 % of 2 items were done within 2 d of their start.');
  expect(screen.getByRole('row', { name: '85th 2 d –' })).toBeTruthy();
  expect(screen.getByText('2 done items are left out: they were never in progress.')).toBeTruthy();
  expect((await table())[2]).toMatch(/^WEB-2\|.*\|–\|3 d$/);
  await fireEvent.click(chart);
  expect(goto).not.toHaveBeenCalled();
  const [x, y] = chart
    .querySelector('path')!
    .getAttribute('d')!
    .match(/[\d.]+/g)!
    .map(Number);
  await fireEvent.pointerMove(chart, { clientX: 10 + x! + 3, clientY: 10 + y! - 3 });
  await fireEvent.click(chart);
  expect(goto).toHaveBeenCalledWith('/items/WEB-1');
});

const figures = {
  'GET /api/projects': page([web()]),
  'GET /api/dashboard/summary': summary,
  'GET /api/dashboard/flow': flow(10, 8),
  'GET /api/dashboard/throughput': throughput(1, 2),
  'GET /api/dashboard/cycle-times': times(DAY),
};
const ITEMS = 'GET /api/work-items';

it('asks for figures of the chosen scope, from whole weeks to now', async () => {
  const sent = serve({
    ...figures,
    [ITEMS]: page([work({ createdAt: '2026-01-05T00:00:00Z', updatedAt: '2026-11-20T00:00:00Z' })]),
  });
  draw(DashboardPage, { view: view('project=WEB&span=4'), onview: () => {} });
  await screen.findByText('Open');
  await waitFor(() => expect(sent.filter(({ call }) => call.endsWith('/throughput'))).toHaveLength(2));
  const [inPeriod, before] = sent
    .filter(({ call }) => call.endsWith('/throughput'))
    .map(({ query }) => query);
  expect(inPeriod).toEqual({ project: 'WEB', from: '2026-11-09T00:00:00.000Z', step: 'week' });
  expect(before!['to']).toBe('2026-11-08T23:59:59.999Z');
  expect(screen.queryByText(/The last change was/)).toBeNull();
});

it('offers to go to the last change if nothing happened since', async () => {
  const onview = vi.fn();
  serve({
    ...figures,
    [ITEMS]: page([work({ createdAt: '2024-01-05T00:00:00Z', updatedAt: '2025-03-04T12:00:00Z' })]),
  });
  draw(DashboardPage, { view: view('span=4'), onview });
  expect(await screen.findByText(/The last change was on March 4, 2025/)).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Go there' }));
  expect(onview.mock.calls[0]![0]).toMatchObject({ at: '2025-03-04', span: '4' });
});

it('offers the first task where there is no work, and explains a failure', async () => {
  serve({ ...figures, [ITEMS]: page([]) });
  const empty = draw(DashboardPage, { view: view(), onview: () => {} });
  expect(await screen.findByText('No figures yet')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'New task' }));
  expect(overlays.creating).toEqual({ kind: 'task' });
  empty.unmount();
  serve({ ...figures, [ITEMS]: page([work()]), 'GET /api/dashboard/summary': refuse(500, '') });
  draw(DashboardPage, { view: view(), onview: () => {} });
  expect(await screen.findByText('That didn’t work')).toBeTruthy();
});
