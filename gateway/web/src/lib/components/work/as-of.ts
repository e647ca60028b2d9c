import { dayOf } from '#lib/i18n/format.ts';

/** "As of a day" means the state at the end of that day in the reader's time zone. */
export function endOfDay(day: string): string {
  const date = dayOf(day);
  date.setDate(date.getDate() + 1);
  return new Date(date.getTime() - 1).toISOString();
}

export const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The day of an instant in a time zone. */
export const dayIn = (zone: string, at: Date): string => at.toLocaleDateString('sv', { timeZone: zone });
