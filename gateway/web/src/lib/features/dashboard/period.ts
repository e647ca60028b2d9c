import { parseDate } from '@internationalized/date';
import { dayIn, endOfDay, isDay } from '#lib/components/work/as-of.ts';
import { dayOf, isoDay } from '#lib/i18n/format.ts';
import type { Span as Days, WorkCycle } from '#lib/api/calendar.ts';
import type { Figures } from '#lib/api/dashboard.ts';

export const spans = ['4', '12', '26', '52', 'all'] as const;

/** The reader's work cycles that have started: a later one has no figures. */
export const begunCycles = ['last', 'this'] as const;
export type BegunCycle = (typeof begunCycles)[number];

export type Span = (typeof spans)[number] | BegunCycle;

/** The view of the dashboard, as the page's address has it. */
export interface View {
  project: string;
  /** A team's id; empty for every team. */
  team: string;
  kind: '' | 'task' | 'issue';
  /** The figures are as of the end of this day; null means now. */
  at: string | null;
  span: Span;
  by: 'category' | 'status';
}

export function viewOf(search: Pick<URLSearchParams, 'get'>): View {
  const at = search.get('at');
  const kind = search.get('kind');
  const span = spans.find((one) => one === search.get('span')) ?? '12';
  return {
    project: search.get('project') ?? '',
    team: search.get('team') ?? '',
    kind: kind === 'task' || kind === 'issue' ? kind : '',
    at: isDay(at) ? at : null,
    span: begunCycles.find((one) => one === search.get('cycle')) ?? span,
    by: search.get('by') === 'status' ? 'status' : 'category',
  };
}

export function searchOf(view: View): string {
  const search = new URLSearchParams();
  if (view.project !== '') search.set('project', view.project);
  if (view.team !== '') search.set('team', view.team);
  if (view.kind !== '') search.set('kind', view.kind);
  if (view.at !== null) search.set('at', view.at);
  if (isCycle(view.span)) search.set('cycle', view.span);
  else if (view.span !== '12') search.set('span', view.span);
  if (view.by !== 'category') search.set('by', view.by);
  return search.toString();
}

export const isCycle = (span: Span): span is BegunCycle => begunCycles.some((cycle) => cycle === span);

type Cycles = WorkCycle['cycles'];

export interface Period {
  from: Date;
  to: Date;
  days: number;
}

/**
 * Whole weeks, that of the day included; "all" starts with the first item. A cycle that is still running ends now.
 *
 * @param zone the time zone in which weeks start
 */
export function periodOf(view: View, now: Date, first: Date | null, zone: string, cycles?: Cycles): Period {
  const to = view.at === null ? now : new Date(endOfDay(view.at));
  if (isCycle(view.span)) return cyclePeriod(cycles?.[view.span], to, zone);
  const weeks = view.span === 'all' ? 0 : Number(view.span) - 1;
  const from = monday(view.span === 'all' ? (first ?? to) : to, zone, weeks);
  return { from, to, days: (to.getTime() - from.getTime()) / 86_400_000 };
}

function cyclePeriod(cycle: Days | undefined, now: Date, zone: string): Period {
  if (cycle === undefined) return { from: now, to: now, days: 0 };
  const from = startOfDay(cycle.from, zone);
  const to = new Date(Math.min(now.getTime(), new Date(endOfDay(cycle.to)).getTime()));
  return { from, to, days: (to.getTime() - from.getTime()) / 86_400_000 };
}

/** Cuts off the time before the first item: else a young project would be a sliver at the right edge. */
export function withoutEmptyStart(period: Period, first: Date | null, zone: string): Period {
  if (first === null || first > period.to) return period;
  const from = new Date(Math.max(period.from.getTime(), monday(first, zone).getTime()));
  return { from, to: period.to, days: (period.to.getTime() - from.getTime()) / 86_400_000 };
}

/** The period of the same length just before. */
export function periodBefore({ from, to }: Period): Period {
  const length = to.getTime() - from.getTime();
  return {
    from: new Date(from.getTime() - length),
    to: new Date(from.getTime() - 1),
    days: length / 86_400_000,
  };
}

const startOfDay = (day: string, zone: string) => parseDate(day).toDate(zone);

function monday(at: Date, zone: string, weeksBefore = 0): Date {
  const day = dayOf(dayIn(zone, at));
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7) - 7 * weeksBefore);
  return startOfDay(isoDay(day), zone);
}

export function figuresOf(view: View): Figures {
  return {
    ...(view.project === '' ? {} : { project: view.project }),
    ...(view.team === '' ? {} : { team: view.team }),
    ...(view.kind === '' ? {} : { kind: view.kind }),
    ...(view.at === null ? {} : { at: endOfDay(view.at) }),
  };
}

/** Leaves out an end that is now: the server's clock decides. */
export function rangeOf(view: View, period: Period): Pick<Figures, 'from' | 'to'> {
  const endsNow = view.at === null && view.span !== 'last';
  return { from: period.from.toISOString(), ...(endsNow ? {} : { to: period.to.toISOString() }) };
}

/** A step with about 200 points in a chart at most. */
export function stepOf(days: number): 'hour' | 'day' | 'week' | 'month' {
  if (days <= 8) return 'hour';
  if (days <= 190) return 'day';
  return days <= 1_400 ? 'week' : 'month';
}
