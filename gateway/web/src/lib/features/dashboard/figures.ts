import {
  categories,
  type Category,
  type CycleTimes,
  type Flow,
  type Status,
  type Throughput,
} from '#lib/api/types.ts';
import type { Series } from '#lib/components/charts/geometry.ts';
import { duration, number, statusName } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** From the bottom of a cumulative flow to its top: finished items are at the bottom. */
const order: Category[] = ['done', 'dropped', 'waiting', 'doing', 'todo'];

export function categorySeries(flow: Flow): Series[] {
  return order
    .filter((category) => flow.points.some((point) => point.byCategory[category] > 0))
    .map((category) => ({
      key: category,
      label: i18n.t.category[category],
      fill: `var(--fill-${category})`,
    }));
}

/** One series per status, in the order of the workflow, in shades of its category's colour. */
export function statusSeries(flow: Flow, workflow: Status[]): Series[] {
  const names = [...new Set(flow.points.flatMap((point) => Object.keys(point.byStatus)))].filter((name) =>
    flow.points.some((point) => (point.byStatus[name] ?? 0) > 0),
  );
  const categoryOf = (name: string): Category =>
    workflow.find((status) => status.name === name)?.category ?? 'todo';
  const rank = (name: string) => workflow.findIndex((status) => status.name === name);
  const shades = [1, 0.72, 0.5, 0.34];
  return order.flatMap((category) =>
    names
      .filter((name) => categoryOf(name) === category)
      .sort((a, b) => rank(b) - rank(a))
      .map((name, place) => ({
        key: name,
        label: name === 'none' ? i18n.t.word.noStatus : statusName(name),
        fill: `var(--fill-${category})`,
        opacity: shades[place % shades.length],
      })),
  );
}

const openOf = (point: Flow['points'][number]) =>
  categories
    .filter((category) => category !== 'done' && category !== 'dropped')
    .reduce((sum, category) => sum + point.byCategory[category], 0);

export function flowSentence(flow: Flow): string {
  const { dashboard } = i18n.t;
  const open = openOf(flow.points.at(-1)!);
  const change = open - openOf(flow.points[0]!);
  const words =
    change === 0
      ? dashboard.same
      : change > 0
        ? dashboard.moreBy(number(change))
        : dashboard.fewerBy(number(-change));
  return dashboard.flowSentence(number(open), words);
}

export const total = (throughput: Throughput, of: 'done' | 'created') =>
  throughput.periods.reduce((sum, period) => sum + period[of], 0);

export const perWeek = (throughput: Throughput, days: number) =>
  (total(throughput, 'done') * 7) / Math.max(days, 7);

/** The change from one figure to another, such as +8 % or −1.2 d; null if there is nothing to compare. */
export function percentChange(now: number, before: number): string | null {
  if (before === 0) return null;
  return (now / before - 1).toLocaleString(i18n.lang, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
}

export function durationChange(now: number, before: number): string {
  const difference = now - before;
  if (Math.abs(difference) < 1) return '±0';
  return `${difference > 0 ? '+' : '−'}${duration(Math.abs(difference))}`;
}

export function cycleSentence(times: CycleTimes): string {
  const { count, percentiles } = times.cycleTime;
  const p85 = percentiles['85'];
  return p85 === null || p85 === undefined
    ? i18n.t.dashboard.cycleEmpty
    : i18n.t.dashboard.cycleSentence(duration(p85), number(count));
}

export function percentileRows(
  times: CycleTimes,
): { p: string; cycle: number | null; lead: number | null }[] {
  return ['50', '70', '85', '95'].map((p) => ({
    p,
    cycle: times.cycleTime.percentiles[p] ?? null,
    lead: times.leadTime.percentiles[p] ?? null,
  }));
}
