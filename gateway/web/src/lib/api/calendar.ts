import { createQuery, keepPreviousData } from '@tanstack/svelte-query';
import { queryClient } from './client';
import { ask, get } from './http';
import type { Page } from './types';

export type Part = 'day' | 'morning' | 'afternoon';

export const parts: Part[] = ['day', 'morning', 'afternoon'];

export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

export type Weekday = (typeof weekdays)[number];

export interface Span {
  from: string;
  to: string;
}

export interface Rhythm {
  /** Null as long as the usual one holds. */
  effectiveFrom: string | null;
  startsOn: string;
  lengthDays: number;
  workingDays: Weekday[];
  hoursADay: number;
  timeZone: string;
}

export type WorkCycle = Rhythm & {
  /** What takes effect later, the earliest first. */
  upcoming: (Rhythm & { effectiveFrom: string })[];
  cycles: { last: Span; this: Span; next: Span };
};

export interface CalendarDay {
  date: string;
  workingDay: boolean;
  hours: number;
  holiday: string | null;
  leave: Part | null;
}

/** Leave that was ended early keeps the days that it had. */
export type Leave = Span & { id: string; part: Part; ended: boolean };

export const cycles = ['last', 'this', 'next'] as const;

/** The member's own work cycle before, of, or after a day. */
export type Cycle = (typeof cycles)[number];

/** None where a word is none of them. */
export const cycleOf = (word: string | null): Cycle | '' => cycles.find((cycle) => cycle === word) ?? '';

export interface Holiday {
  date: string;
  name: string;
  calendar: string;
}

export interface HolidayCalendar {
  id: string;
  name: string;
  kind: 'country' | 'imported' | 'own';
  country: string | null;
  days: number;
}

export interface NewHolidayCalendar extends HolidayCalendar {
  /** Events of the file that could not be used. */
  notes: { line: number; reason: string }[];
}

/** As of a day; as of today when there is none. */
export function workCycleQuery(on: () => string | null = () => null, enabled = () => true) {
  return createQuery(() => ({
    queryKey: ['calendar', 'cycle', on()],
    queryFn: ({ signal }) => get<WorkCycle>('/members/me/work-cycle', { on: on() }, signal),
    enabled: enabled(),
  }));
}

export async function setWorkCycle(rhythm: Omit<Rhythm, 'effectiveFrom'> & { effectiveFrom?: string }) {
  await ask('PUT', '/members/me/work-cycle', { body: rhythm });
  await refresh();
}

export async function cancelWorkCycle(effectiveFrom: string): Promise<void> {
  await ask('DELETE', `/members/me/work-cycle/${effectiveFrom}`);
  await refresh();
}

export function ownCalendarQuery(span: () => Span) {
  return createQuery(() => ({
    queryKey: ['calendar', 'own', span()],
    queryFn: async ({ signal }) =>
      (await get<{ days: CalendarDay[] }>('/members/me/calendar', { ...span() }, signal)).days,
    placeholderData: keepPreviousData,
  }));
}

export function leaveQuery(span: () => { from: string; to?: string }) {
  return createQuery(() => ({
    queryKey: ['calendar', 'leave', span()],
    queryFn: async ({ signal }) => (await get<Page<Leave>>('/members/me/leave', { ...span() }, signal)).items,
    placeholderData: keepPreviousData,
  }));
}

export async function takeLeave(leave: Omit<Leave, 'id' | 'ended'>, idempotencyKey: string): Promise<Leave> {
  const { body } = await ask<Leave>('POST', '/members/me/leave', { body: leave, idempotencyKey });
  await refresh();
  return body;
}

export async function cancelLeave(id: string): Promise<void> {
  await ask('DELETE', `/members/me/leave/${id}`);
  await refresh();
}

export function holidaysQuery(span: () => Span) {
  return createQuery(() => ({
    queryKey: ['calendar', 'holidays', span()],
    queryFn: async ({ signal }) => (await get<Page<Holiday>>('/holidays', { ...span() }, signal)).items,
    placeholderData: keepPreviousData,
  }));
}

export function holidayCalendarsQuery() {
  return createQuery(() => ({
    queryKey: ['calendar', 'holiday-calendars'],
    queryFn: async ({ signal }) =>
      (await get<Page<HolidayCalendar>>('/holiday-calendars', undefined, signal)).items,
  }));
}

/** Named in the reader's language, whatever the browser prefers. */
export function countriesQuery(lang: () => string) {
  return createQuery(() => ({
    queryKey: ['calendar', 'countries', lang()],
    queryFn: async ({ signal }) => {
      const page = await get<Page<{ code: string; name: string }>>(
        '/holiday-calendars/countries',
        undefined,
        signal,
      );
      const names = new Intl.DisplayNames([lang()], { type: 'region' });
      return page.items
        .map(({ code, name }) => ({ code, name: names.of(code) ?? name }))
        .sort((a, b) => a.name.localeCompare(b.name, lang()));
    },
    staleTime: Infinity,
  }));
}

/** From a day on; from today, when none is given. */
export async function addCountry(country: string, effectiveFrom?: string): Promise<NewHolidayCalendar> {
  const { body } = await ask<NewHolidayCalendar>('POST', '/holiday-calendars', {
    body: { country, effectiveFrom },
  });
  await refresh();
  return body;
}

export async function importCalendar(
  file: File,
  name: string,
  effectiveFrom?: string,
): Promise<NewHolidayCalendar> {
  const form = new FormData();
  form.set('calendar', file);
  if (name !== '') form.set('name', name);
  if (effectiveFrom !== undefined) form.set('effectiveFrom', effectiveFrom);
  const { body } = await ask<NewHolidayCalendar>('POST', '/holiday-calendars', { form });
  await refresh();
  return body;
}

export async function removeCalendar(id: string): Promise<void> {
  await ask('DELETE', `/holiday-calendars/${encodeURIComponent(id)}`);
  await refresh();
}

export async function addHoliday(date: string, name: string): Promise<void> {
  await ask('PUT', `/holidays/${date}`, { body: { name } });
  await refresh();
}

export async function removeHoliday(date: string): Promise<void> {
  await ask('DELETE', `/holidays/${date}`);
  await refresh();
}

/** Cycles, leave and holidays decide together what a day is. */
function refresh(): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['items'] });
  void queryClient.invalidateQueries({ queryKey: ['dashboard'] });
  return queryClient.invalidateQueries({ queryKey: ['calendar'] });
}
