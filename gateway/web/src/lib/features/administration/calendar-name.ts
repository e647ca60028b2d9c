import type { HolidayCalendar } from '#lib/api/calendar.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** How the reader calls a calendar: a country's and the company's own have no name that is the same for everybody. */
export function nameOf({ kind, country, name }: Pick<HolidayCalendar, 'kind' | 'country' | 'name'>): string {
  if (kind === 'own') return i18n.people.admin.ownCalendar;
  return country === null
    ? name
    : (new Intl.DisplayNames([i18n.lang], { type: 'region' }).of(country) ?? name);
}
