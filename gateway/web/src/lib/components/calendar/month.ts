/** Days as YYYY-MM-DD and months as YYYY-MM: plain text, so that no time zone moves them. */
export const monthOf = (day: string): string => day.slice(0, 7);

export function addDays(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

export function addMonths(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export const firstDay = (month: string): string => `${month}-01`;

export const lastDay = (month: string): string => addDays(firstDay(addMonths(month, 1)), -1);

export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Today in the member's time zone, not in the browser's. */
export function todayIn(timeZone: string | undefined): string {
  return new Date().toLocaleDateString('sv', timeZone === undefined ? {} : { timeZone });
}

/**
 * The weeks that show a month, filled with days of the months before and after. They start on Monday in every
 * language, so that a weekend stays together.
 */
export function weeksOf(month: string): string[][] {
  const start = addDays(firstDay(month), 1 - weekdayOf(firstDay(month)));
  const weeks: string[][] = [];
  for (let day = start; day <= lastDay(month); day = addDays(day, 7))
    weeks.push(daysBetween(day, addDays(day, 6)));
  return weeks;
}

/** The day to which an arrow key leads, or null for another key. */
export function stepOf(key: string): number | null {
  switch (key) {
    case 'ArrowLeft':
      return -1;
    case 'ArrowRight':
      return 1;
    case 'ArrowUp':
      return -7;
    case 'ArrowDown':
      return 7;
    default:
      return null;
  }
}

export const inOrder = (one: string, other: string) =>
  one <= other ? { from: one, to: other } : { from: other, to: one };
