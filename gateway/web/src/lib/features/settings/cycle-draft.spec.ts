import { beforeEach, expect, it } from 'vitest';
import type { Rhythm } from '#lib/api/calendar.ts';
import { en } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en as people } from '#lib/i18n/people/en.ts';
import { CycleDraft } from './cycle-draft.svelte';

const fortnight: Rhythm = {
  effectiveFrom: null,
  startsOn: '2024-01-01',
  lengthDays: 14,
  workingDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
  hoursADay: 8,
  timeZone: 'Asia/Seoul',
};

beforeEach(() => {
  i18n.t = en;
  i18n.people = people;
});

const draft = () => new CycleDraft(fortnight, '2026-11-22', '2026-11-22');

it('begins with what holds, from today on', () => {
  expect(draft().sound).toBe(true);
  expect(draft().rhythm).toMatchObject({ lengthDays: 14, hoursADay: 8, effectiveFrom: '2026-11-22' });
  expect(new CycleDraft({ ...fortnight, lengthDays: 10 }, '2026-11-22', '2026-11-22').length).toBe('other');
});

it('may hold from a later day', () => {
  const later = new CycleDraft(fortnight, '2026-12-01', '2026-11-22');
  expect([later.sound, later.rhythm.effectiveFrom]).toEqual([true, '2026-12-01']);
});

it('tells working days in the order of the week, however they were chosen', () => {
  const one = draft();
  one.workingDays = ['SATURDAY', 'MONDAY'];
  expect(one.rhythm.workingDays).toEqual(['MONDAY', 'SATURDAY']);
});

it.each([
  [{ length: 'other', lengthDays: 93 }, 'lengthDays'],
  [{ length: 'other', lengthDays: 2.5 }, 'lengthDays'],
  [{ workingDays: [] }, 'workingDays'],
  [{ hoursADay: 0 }, 'hoursADay'],
  [{ hoursADay: 7.4 }, 'hoursADay'],
  [{ hoursADay: 24.25 }, 'hoursADay'],
  [{ effectiveFrom: '2026-11-21' }, 'effectiveFrom'],
  [{ startsOn: '' }, 'startsOn'],
] as const)('%j is wrong at %s', (change, field) => {
  const one = Object.assign(draft(), change);
  expect(one.error(field)).toBeTruthy();
  expect(one.sound).toBe(false);
});
