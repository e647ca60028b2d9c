import { number } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** A chart's drawing area inside its box. */
export interface Plot {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const plotOf = (width: number, height = 240, left = 44, right = 8): Plot => ({
  width,
  height,
  left,
  right: Math.max(left + 10, width - right),
  top: 10,
  bottom: height - 24,
});

export interface Series {
  key: string;
  label: string;
  fill: string;
  opacity?: number;
}

export interface Table {
  head: string[];
  rows: string[][];
}

/** A short name of a day, for an axis of the given number of days. */
export function tickDay(date: Date, days: number): string {
  if (days > 500) return date.toLocaleDateString(i18n.lang, { year: 'numeric', month: 'short' });
  return date.toLocaleDateString(i18n.lang, { month: i18n.lang === 'ko' ? 'long' : 'short', day: 'numeric' });
}

/** Large counts in short form: 12k, 1.2만. */
export const tickCount = (value: number) =>
  value >= 10_000
    ? value.toLocaleString(i18n.lang, { notation: 'compact', maximumFractionDigits: 1 })
    : number(value);

/** The index of the nearest value in a sorted list. */
export function nearest(sorted: number[], wanted: number): number {
  let best = 0;
  for (let place = 1; place < sorted.length; place++)
    if (Math.abs(sorted[place]! - wanted) <= Math.abs(sorted[best]! - wanted)) best = place;
  return best;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** Round durations as ticks of a logarithmic axis. */
const named = [
  1,
  10,
  MINUTE,
  10 * MINUTE,
  HOUR,
  6 * HOUR,
  DAY,
  3 * DAY,
  10 * DAY,
  30 * DAY,
  100 * DAY,
  365 * DAY,
  1_000 * DAY,
];

export function durationTicks(low: number, high: number): number[] {
  const within = named.filter((tick) => tick >= low && tick <= high);
  return within.length > 7 ? within.filter((_, place) => place % 2 === within.length % 2) : within;
}
