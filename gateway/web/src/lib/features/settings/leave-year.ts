import type { CalendarDay, Span } from '#lib/api/calendar.ts';

/** The year of a month: the whole year, and the part that is listed. The present year's list goes on into later years. */
export function yearOf(month: string, today: string): { whole: Span; listed: { from: string; to?: string } } {
  const year = month.slice(0, 4);
  const whole = { from: `${year}-01-01`, to: `${year}-12-31` };
  return { whole, listed: year === today.slice(0, 4) ? { from: whole.from } : whole };
}

/** The number of working days of leave; half days count as halves. */
export const leaveDays = (days: CalendarDay[]): number =>
  days
    .filter((day) => day.workingDay && day.leave !== null)
    .reduce((sum, day) => sum + (day.leave === 'day' ? 1 : 0.5), 0);
