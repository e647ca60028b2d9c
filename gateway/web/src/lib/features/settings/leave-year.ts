import type { CalendarDay, Span } from '#lib/api/calendar.ts';

/** The year of a month: all of it, and what of it is listed. The present year's list goes on with what comes later. */
export function yearOf(month: string, today: string): { whole: Span; listed: { from: string; to?: string } } {
  const year = month.slice(0, 4);
  const whole = { from: `${year}-01-01`, to: `${year}-12-31` };
  return { whole, listed: year === today.slice(0, 4) ? { from: whole.from } : whole };
}

/** How many working days are leave; half days count as halves. */
export const leaveDays = (days: CalendarDay[]): number =>
  days
    .filter((day) => day.workingDay && day.leave !== null)
    .reduce((sum, day) => sum + (day.leave === 'day' ? 1 : 0.5), 0);
