import { beforeEach, expect, it } from 'vitest';
import type { CycleRule } from '#lib/api/calendar.ts';
import { en } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en as people } from '#lib/i18n/people/en.ts';
import { draftOf, ruleOf, errorsOf, type CycleDraft } from './cycle-draft.ts';

const fortnight: CycleRule = {
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

const today = '2026-11-22';
const draft = (change: Partial<CycleDraft> = {}) => ({ ...draftOf(fortnight, today), ...change });
const wrong = (change: Partial<CycleDraft> = {}) =>
  Object.entries(errorsOf(draft(change), today)).flatMap(([field, error]) =>
    error === undefined ? [] : field,
  );

it('starts from the present cycle, from today on', () => {
  expect(wrong()).toEqual([]);
  expect(ruleOf(draft())).toMatchObject({ lengthDays: 14, hoursADay: 8, effectiveFrom: today });
  expect(draftOf({ ...fortnight, lengthDays: 10 }, today).length).toBe('other');
});

it('may take effect on a later day', () => {
  expect(wrong({ effectiveFrom: '2026-12-01' })).toEqual([]);
});

it('sends working days in the order of the week, however they were chosen', () => {
  expect(ruleOf(draft({ workingDays: ['SATURDAY', 'MONDAY'] })).workingDays).toEqual(['MONDAY', 'SATURDAY']);
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
] as [Partial<CycleDraft>, string][])('%j is wrong at %s', (change, field) => {
  expect(wrong(change)).toEqual([field]);
});
