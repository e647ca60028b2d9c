import { expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  inOrder,
  lastDay,
  stepOf,
  todayIn,
  weekdayOf,
  weeksOf,
} from './month';

it('knows the days around the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(lastDay('2026-02')).toBe('2026-02-28');
  expect(daysBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
});

it('shows whole weeks from Monday on', () => {
  expect(weekdayOf('2026-11-22')).toBe(7);
  const november = weeksOf('2026-11');
  expect([november[0]![0], november.at(-1)!.at(-1), november.length]).toEqual([
    '2026-10-26',
    '2026-12-06',
    6,
  ]);
  expect(weeksOf('2026-06')[0]![0]).toBe('2026-06-01');
});

it('moves by day and by week', () => {
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter'].map(stepOf)).toEqual([
    -1,
    1,
    -7,
    7,
    null,
  ]);
});

it('takes two days in either order', () => {
  expect(inOrder('2026-11-20', '2026-11-18')).toEqual({ from: '2026-11-18', to: '2026-11-20' });
});

it("gives today as a plain day in the member's time zone", () => {
  expect(todayIn('Asia/Seoul')).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(todayIn(undefined)).toMatch(/^\d{4}-\d\d-\d\d$/);
});
