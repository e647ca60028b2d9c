import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tickCount, tickDay } from '#lib/components/charts/geometry.ts';
import {
  ago,
  day,
  dayOf,
  duration,
  fullDay,
  fullRange,
  instant,
  isoDay,
  number,
  statusName,
} from './format.ts';
import { i18n } from './index.svelte.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 30, 12) }));
afterEach(() => void vi.useRealTimers());

/** What both languages say, one after the other: the language of the page is one for all. */
async function both(say: () => string): Promise<string[]> {
  const said: string[] = [];
  for (const lang of ['en', 'ko'] as const) {
    await i18n.use(lang);
    said.push(say());
  }
  return said;
}

describe('a day', () => {
  it.each([
    ['this year without the year', '2026-12-24', 'Dec 24', '12월 24일'],
    ['another year with it', '2027-01-05', 'Jan 5, 2027', '2027년 1월 5일'],
    ['of a leap year', '2028-02-29', 'Feb 29, 2028', '2028년 2월 29일'],
  ])('%s', async (_, iso, en, ko) => {
    expect(await both(() => day(iso))).toEqual([en, ko]);
  });

  it('in a field always has its year', async () => {
    expect(await both(() => fullDay('2026-12-24'))).toEqual(['Dec 24, 2026', '2026. 12. 24.']);
  });

  it('is the same after a round trip, at any time of the day', () => {
    for (const iso of ['2026-03-08', '2026-10-25', '2026-12-31']) expect(isoDay(dayOf(iso))).toBe(iso);
    expect(isoDay(dayOf('2026-12-31T23:59:59.999Z'))).toBe('2026-12-31');
    expect(isoDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it('and the same day as a range is one day', async () => {
    await i18n.use('en');
    expect(fullRange('2026-12-24', '2026-12-24')).toBe('Dec 24, 2026');
    expect(fullRange('2026-12-24', '2027-01-05')).toBe('Dec 24, 2026 – Jan 5, 2027');
  });
});

const now = Date.parse('2026-11-30T12:00:00Z');

it.each([
  ['2026-11-30T11:59:30Z', 'now', '지금'],
  ['2026-11-30T11:58:30Z', '1 minute ago', '1분 전'],
  ['2026-11-30T09:30:00Z', '2 hours ago', '2시간 전'],
  ['2026-11-29T11:00:00Z', 'yesterday', '어제'],
  ['2026-11-01T00:00:00Z', '29 days ago', '29일 전'],
  ['2026-09-01T00:00:00Z', '2 months ago', '2개월 전'],
  ['2024-11-01T00:00:00Z', '2 years ago', '2년 전'],
  ['2026-12-02T13:00:00Z', 'in 2 days', '모레'],
])('says of %s that it was “%s” (%s)', async (iso, en, ko) => {
  expect(await both(() => ago(iso, now))).toEqual([en, ko]);
});

it.each([
  [0.4, '0.4 s'],
  [59, '59 s'],
  [60, '1 min'],
  [90, '1.5 min'],
  [3_599, '60 min'],
  [5_400, '1.5 h'],
  [86_400, '1 d'],
  [12.4 * 86_400, '12 d'],
])('shows %d seconds as %s', async (seconds, words) => {
  await i18n.use('en');
  expect(duration(seconds)).toBe(words);
});

it('rounds numbers to what is asked for, with separators', async () => {
  expect(await both(() => number(1_234.567))).toEqual(['1,235', '1,235']);
  expect(await both(() => number(1_234.567, 2))).toEqual(['1,234.57', '1,234.57']);
});

it('shortens large counts on an axis as readers of each language do', async () => {
  expect(await both(() => tickCount(9_999))).toEqual(['9,999', '9,999']);
  expect(await both(() => tickCount(12_345))).toEqual(['12.3K', '1.2만']);
});

it('names days on an axis, or months on a long one', async () => {
  const date = new Date(2026, 11, 24);
  expect(await both(() => tickDay(date, 90))).toEqual(['Dec 24', '12월 24일']);
  expect(await both(() => tickDay(date, 800))).toEqual(['Dec 2026', '2026년 12월']);
});

it('has a time with an instant, in the format of each language', async () => {
  const [en, ko] = await both(() => instant('2026-12-24T03:04:00Z'));
  expect(en).toMatch(/^Dec 2\d, 2026, \d{1,2}:04/);
  expect(ko).toMatch(/^2026\. 12\. 2\d\. (오전|오후) \d{1,2}:04/);
});

it('translates the statuses of the default workflow, and no name that a team gave', async () => {
  expect(await both(() => statusName('In progress'))).toEqual(['In progress', '진행 중']);
  expect(await both(() => statusName('Ready to ship'))).toEqual(['Ready to ship', 'Ready to ship']);
  expect(await both(() => statusName(null))).toEqual(['No status', i18n.t.word.noStatus]);
});
