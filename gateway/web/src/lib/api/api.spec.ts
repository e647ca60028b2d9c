import { expectTypeOf, it } from 'vitest';
import { api } from './api.ts';
import { cycles, parts, weekdays, type Cycle, type Part, type Weekday } from './calendar.ts';
import { scopes, type Scope } from './own.ts';
import { eventTypes, type SecurityEventType } from './security-events.ts';
import * as of from './types.ts';

/** Never called: the compiler checks it, and fails where an expected error does not occur. */
export const wrong = [
  // @ts-expect-error no such path
  () => api.get('/api/taks'),
  // @ts-expect-error a path that does not have this method
  () => api.delete('/api/my-work'),
  // @ts-expect-error a path parameter is missing
  () => api.get('/api/tasks/{key}'),
  // @ts-expect-error another path parameter
  () => api.get('/api/tasks/{key}', { path: { id: 'WEB-1' } }),
  // @ts-expect-error no such parameter
  () => api.get('/api/work-items', { query: { priorty: 'LOW' } }),
  // @ts-expect-error a parameter of another type
  () => api.get('/api/work-items', { query: { limit: '5' } }),
  // @ts-expect-error a value that the parameter does not allow
  () => api.get('/api/my-work', { query: { cycle: 'before' } }),
  // @ts-expect-error a required parameter is missing
  () => api.get('/api/holidays', { query: { from: '2026-01-01' } }),
  // @ts-expect-error a body is required
  () => api.post('/api/teams'),
  // @ts-expect-error a field of the body is missing
  () => api.post('/api/teams', { body: { lead: 'ada' } }),
  // @ts-expect-error no such field
  () => api.post('/api/teams', { body: { name: 'Platform', leed: 'ada' } }),
  // @ts-expect-error no such header
  () => api.post('/api/teams', { body: { name: 'Platform' }, header: { 'If-Match': '"1"' } }),
  // @ts-expect-error no such option
  () => api.get('/api/sign-up', { sgnal: new AbortController().signal }),
  // @ts-expect-error no such field in the answer
  async () => (await api.get('/api/company')).zone,
  // @ts-expect-error the answer has no body
  async () => (await api.delete('/api/session')).member,
];

it('knows every value of the OpenAPI documents', () => {
  expectTypeOf<(typeof of.roles)[number]>().toEqualTypeOf<of.Role>();
  expectTypeOf<(typeof of.categories)[number]>().toEqualTypeOf<of.Category>();
  expectTypeOf<(typeof of.priorities)[number]>().toEqualTypeOf<of.Priority>();
  expectTypeOf<(typeof of.severities)[number]>().toEqualTypeOf<of.Severity>();
  expectTypeOf<(typeof of.sections)[number]>().toEqualTypeOf<Exclude<keyof of.MyWork, 'day' | 'cycle'>>();
  expectTypeOf<(typeof weekdays)[number]>().toEqualTypeOf<Weekday>();
  expectTypeOf<(typeof parts)[number]>().toEqualTypeOf<Part>();
  expectTypeOf<(typeof cycles)[number]>().toEqualTypeOf<Cycle>();
  expectTypeOf<(typeof scopes)[number]>().toEqualTypeOf<Scope>();
  expectTypeOf<(typeof eventTypes)[number]>().toEqualTypeOf<SecurityEventType>();
});

it('is the same in every service whose answers the gateway merges', () => {
  expectTypeOf<of.OfWork['Projection']>().toEqualTypeOf<of.OfMember['Projection']>();
  expectTypeOf<of.OfDashboard['Projection']>().toEqualTypeOf<of.OfMember['Projection']>();
  expectTypeOf<of.OfWork['DeadLetter']>().toEqualTypeOf<of.OfMember['DeadLetter']>();
  expectTypeOf<of.OfDashboard['DeadLetter']>().toEqualTypeOf<of.OfMember['DeadLetter']>();
});
