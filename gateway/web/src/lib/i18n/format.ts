import { i18n } from './index.svelte';

/** Dates and numbers in the format of the reader's language. */
export function number(value: number, digits = 0): string {
  return value.toLocaleString(i18n.lang, { maximumFractionDigits: digits });
}

export function instant(iso: string): string {
  return new Date(iso).toLocaleString(i18n.lang, { dateStyle: 'medium', timeStyle: 'short' });
}

export function longDay(date: Date): string {
  return date.toLocaleDateString(i18n.lang, { dateStyle: 'long' });
}

/** A day without a time: parsed by its parts, so that no time zone moves it. */
export function day(iso: string): string {
  const date = dayOf(iso);
  const sameYear = date.getFullYear() === new Date().getFullYear();
  return date.toLocaleDateString(i18n.lang, {
    month: i18n.lang === 'ko' ? 'long' : 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** A day with its year, for a field. */
export function fullDay(iso: string): string {
  return dayOf(iso).toLocaleDateString(i18n.lang, { dateStyle: 'medium' });
}

/** Two days with their years, or one if they are the same. */
export function fullRange(from: string, to: string): string {
  return from === to ? fullDay(from) : `${fullDay(from)} – ${fullDay(to)}`;
}

export function dayOf(iso: string): Date {
  const [year = 1970, month = 1, date = 1] = iso.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, date);
}

export function isoDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** How long ago, in the largest unit that fits. */
export function ago(iso: string, now = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const rule = new Intl.RelativeTimeFormat(i18n.lang, { numeric: 'auto' });
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  for (const [unit, size] of units)
    if (Math.abs(seconds) >= size) return rule.format(Math.trunc(seconds / size), unit);
  return rule.format(0, 'second');
}

/** A duration in one unit with up to one decimal. */
export function duration(seconds: number): string {
  const { unit } = i18n.t;
  const one = (n: number) => number(n, n < 10 ? 1 : 0);
  if (seconds >= 86_400) return unit.day(one(seconds / 86_400));
  if (seconds >= 3_600) return unit.hour(one(seconds / 3_600));
  if (seconds >= 60) return unit.minute(one(seconds / 60));
  return unit.second(one(seconds));
}

export function statusName(name: string | null): string {
  return name === null ? i18n.t.word.noStatus : (i18n.t.defaultStatus[name] ?? name);
}
