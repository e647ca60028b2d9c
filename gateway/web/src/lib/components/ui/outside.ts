import { fullDay } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** The error for a day before the first or after the last allowed one, else nothing. */
export function outside(day: string, min?: string, max?: string): string {
  if (min !== undefined && day < min) return i18n.t.date.tooEarly(fullDay(min));
  return max !== undefined && day > max ? i18n.t.date.tooLate(fullDay(max)) : '';
}
