import type { HolidayCalendar } from '#lib/api/calendar.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** A calendar's name in the reader's language: a country's and the company's own calendar have no stored name. */
export function nameOf({ kind, country, name }: Pick<HolidayCalendar, 'kind' | 'country' | 'name'>): string {
  if (kind === 'own') return i18n.people.admin.ownCalendar;
  return country === null
    ? name
    : (new Intl.DisplayNames([i18n.lang], { type: 'region' }).of(country) ?? name);
}
