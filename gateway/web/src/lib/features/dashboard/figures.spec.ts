import { beforeEach, expect, it } from 'vitest';
import type { Flow, FlowPoint, Status } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { durationChange, flowSentence, percentChange, perWeek, statusSeries } from './figures';

beforeEach(() => i18n.use('en'));

const point = (todo: number, done: number, byStatus: Record<string, number> = {}): FlowPoint => ({
  at: '2026-11-22T00:00:00Z',
  created: todo + done,
  byCategory: { todo, doing: 0, waiting: 0, done, dropped: 0 },
  byStatus,
});

it('shows how many items are open and how that changed', () => {
  expect(flowSentence({ points: [point(10, 0), point(12, 5)] })).toBe(
    '12 open at the end of the period, 2 more than at the start.',
  );
});

it('orders statuses as the workflow does, finished ones at the bottom', () => {
  const workflow: Status[] = [
    { id: 'a', name: 'New', category: 'todo' },
    { id: 'b', name: 'Active', category: 'doing' },
    { id: 'c', name: 'Closed', category: 'done' },
  ];
  const flow: Flow = { points: [point(2, 1, { New: 1, none: 1, Active: 0, Closed: 1 })] };
  expect(statusSeries(flow, workflow).map((series) => series.key)).toEqual(['Closed', 'New', 'none']);
});

it('compares figures', () => {
  expect(percentChange(108, 100)).toBe('+8%');
  expect(percentChange(1, 0)).toBeNull();
  expect(durationChange(86_400, 2 * 86_400)).toBe('−1 d');
});

it('spreads finished items over the weeks of the period', () => {
  const throughput = {
    periods: [
      { start: '', label: '', done: 6, created: 0 },
      { start: '', label: '', done: 8, created: 0 },
    ],
  };
  expect(perWeek(throughput, 14)).toBe(7);
});
