import { createQuery, keepPreviousData } from '@tanstack/svelte-query';
import { api } from './api';
import { queryClient } from './client';
import type { OfMember } from './types';

export type Span = OfMember['CyclePeriod'];
/** A work cycle from a day on. */
export type CycleRule = Omit<OfMember['OwnWorkCycle'], 'upcoming' | 'cycles'>;
export type WorkCycle = OfMember['OwnWorkCycle'];
export type Weekday = CycleRule['workingDays'][number];
export type CalendarDay = OfMember['CalendarDay'];
/** If it was ended early, it keeps the days it had. */
export type Leave = OfMember['Leave'];
export type Part = Leave['part'];
export type Holiday = OfMember['Holiday'];
export type HolidayCalendar = OfMember['HolidayCalendar'];
export type NewHolidayCalendar = OfMember['NewHolidayCalendar'];

export const parts = ['day', 'morning', 'afternoon'] as const satisfies readonly Part[];

export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const satisfies readonly Weekday[];

/** The member's work cycle period before, of, or after a day. */
export type Cycle = keyof OfMember['WorkCycles'];

export const cycles = ['last', 'this', 'next'] as const satisfies readonly Cycle[];

/** Null for any other word. */
export const cycleOf = (word: string | null): Cycle | '' => cycles.find((cycle) => cycle === word) ?? '';

/** As of a day, or of today if none is given. */
export function workCycleQuery(on: () => string | null = () => null, enabled = () => true) {
  return createQuery(() => ({
    queryKey: ['calendar', 'cycle', on()],
    queryFn: ({ signal }) => api.get('/api/members/me/work-cycle', { query: { on: on() }, signal }),
    enabled: enabled(),
  }));
}

export async function setWorkCycle(rule: OfMember['WorkCycleBody']): Promise<void> {
  await api.put('/api/members/me/work-cycle', { body: rule });
  await refresh();
}

export async function cancelWorkCycle(effectiveFrom: string): Promise<void> {
  await api.delete('/api/members/me/work-cycle/{effectiveFrom}', { path: { effectiveFrom } });
  await refresh();
}

export function ownCalendarQuery(span: () => Span) {
  return createQuery(() => ({
    queryKey: ['calendar', 'own', span()],
    queryFn: async ({ signal }) =>
      (await api.get('/api/members/me/calendar', { query: span(), signal })).days,
    placeholderData: keepPreviousData,
  }));
}

export function leaveQuery(span: () => { from: string; to?: string }) {
  return createQuery(() => ({
    queryKey: ['calendar', 'leave', span()],
    queryFn: async ({ signal }) => (await api.get('/api/members/me/leave', { query: span(), signal })).items,
    placeholderData: keepPreviousData,
  }));
}

export async function takeLeave(leave: OfMember['LeaveBody'], idempotencyKey: string): Promise<Leave> {
  const taken = await api.post('/api/members/me/leave', {
    body: leave,
    header: { 'Idempotency-Key': idempotencyKey },
  });
  await refresh();
  return taken;
}

export async function cancelLeave(id: string): Promise<void> {
  await api.delete('/api/members/me/leave/{id}', { path: { id } });
  await refresh();
}

export function holidaysQuery(span: () => Span) {
  return createQuery(() => ({
    queryKey: ['calendar', 'holidays', span()],
    queryFn: async ({ signal }) => (await api.get('/api/holidays', { query: span(), signal })).items,
    placeholderData: keepPreviousData,
  }));
}

export function holidayCalendarsQuery() {
  return createQuery(() => ({
    queryKey: ['calendar', 'holiday-calendars'],
    queryFn: async ({ signal }) => (await api.get('/api/holiday-calendars', { signal })).items,
  }));
}

/** Names are in the reader's language, not the browser's. */
export function countriesQuery(lang: () => string) {
  return createQuery(() => ({
    queryKey: ['calendar', 'countries', lang()],
    queryFn: async ({ signal }) => {
      const page = await api.get('/api/holiday-calendars/countries', { signal });
      const names = new Intl.DisplayNames([lang()], { type: 'region' });
      return page.items
        .map(({ code, name }) => ({ code, name: names.of(code) ?? name }))
        .sort((a, b) => a.name.localeCompare(b.name, lang()));
    },
    staleTime: Infinity,
  }));
}

/** From a day on, or from today if none is given. */
export async function addCountry(country: string, effectiveFrom?: string): Promise<NewHolidayCalendar> {
  const added = await api.post('/api/holiday-calendars', { body: { country, effectiveFrom } });
  await refresh();
  return added;
}

export async function importCalendar(
  file: File,
  name: string,
  effectiveFrom?: string,
): Promise<NewHolidayCalendar> {
  const added = await api.post('/api/holiday-calendars', { body: { calendar: file, name, effectiveFrom } });
  await refresh();
  return added;
}

export async function removeCalendar(id: string): Promise<void> {
  await api.delete('/api/holiday-calendars/{id}', { path: { id } });
  await refresh();
}

export async function addHoliday(date: string, name: string): Promise<void> {
  await api.put('/api/holidays/{date}', { path: { date }, body: { name } });
  await refresh();
}

export async function removeHoliday(date: string): Promise<void> {
  await api.delete('/api/holidays/{date}', { path: { date } });
  await refresh();
}

/** Cycles, leave and holidays decide together what a day is. */
function refresh(): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['items'] });
  void queryClient.invalidateQueries({ queryKey: ['dashboard'] });
  return queryClient.invalidateQueries({ queryKey: ['calendar'] });
}
