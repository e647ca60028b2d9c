import type { Messages } from '#lib/i18n/en.ts';

export function greeting(t: Messages, name: string, hour: number): string {
  if (hour >= 5 && hour < 12) return t.myWork.morning(name);
  return hour >= 12 && hour < 18 ? t.myWork.afternoon(name) : t.myWork.evening(name);
}

/** The last day of a day's week: weeks go from Monday to Sunday. */
export function endOfWeek(day: Date): Date {
  const end = new Date(day);
  end.setDate(end.getDate() + ((7 - end.getDay()) % 7));
  return end;
}
