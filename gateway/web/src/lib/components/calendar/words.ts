import { weekdays, type CalendarDay, type CycleRule } from '#lib/api/calendar.ts';
import { day, dayOf, number } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { zoneName } from '#lib/components/work/zones.ts';
import { addDays } from './month.ts';

export const monthName = (month: string) =>
  dayOf(`${month}-01`).toLocaleDateString(i18n.lang, { year: 'numeric', month: 'long' });

export const weekdayName = (date: string, width: 'narrow' | 'short' | 'long' = 'short') =>
  dayOf(date).toLocaleDateString(i18n.lang, { weekday: width });

export const spanName = (from: string, to: string) =>
  from === to ? day(from) : i18n.people.work.span(day(from), day(to));

/** Length, working days, hours and time zone in one line. */
export function cycleName(rule: CycleRule): string {
  const { work } = i18n.people;
  const weeks = rule.lengthDays / 7;
  return [
    Number.isInteger(weeks) ? work.lengthWeeks(weeks) : work.lengthDays(rule.lengthDays),
    rule.workingDays.map((one) => weekdayName(dayNamed(one))).join(i18n.lang === 'ko' ? '·' : ' '),
    work.hoursOf(number(rule.hoursADay, 2)),
    zoneName(rule.timeZone, i18n.lang),
  ].join(', ');
}

/** Any week will do: only the names of its days are used. */
export const dayNamed = (weekday: CycleRule['workingDays'][number]) =>
  addDays('2024-01-01', weekdays.indexOf(weekday));

/** A day's marks in words, for screen readers. */
export function wordsOf(date: string, known: CalendarDay | undefined): string {
  const { work } = i18n.people;
  const full = dayOf(date).toLocaleDateString(i18n.lang, { dateStyle: 'full' });
  if (known === undefined) return full;
  const kind = known.holiday ?? (known.workingDay || known.leave ? null : work.dayOff);
  return [full, kind, known.leave === null ? null : work.partOf[known.leave]].filter(Boolean).join(', ');
}
