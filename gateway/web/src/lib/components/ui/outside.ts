import { fullDay } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** What is wrong with a day that lies before the first or after the last that can be chosen, else nothing. */
export function outside(day: string, min?: string, max?: string): string {
  if (min !== undefined && day < min) return i18n.t.date.tooEarly(fullDay(min));
  return max !== undefined && day > max ? i18n.t.date.tooLate(fullDay(max)) : '';
}
