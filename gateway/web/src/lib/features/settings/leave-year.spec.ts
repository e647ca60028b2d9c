import { expect, it } from 'vitest';
import type { CalendarDay } from '#lib/api/calendar.ts';
import { leaveDays, yearOf } from './leave-year.ts';

const day = (leave: CalendarDay['leave'], workingDay = true): CalendarDay => ({
  date: '2026-11-23',
  workingDay,
  hours: 0,
  holiday: null,
  leave,
});

it('lists a whole year, and for the present year also later leave', () => {
  const whole = { from: '2026-01-01', to: '2026-12-31' };
  expect(yearOf('2026-11', '2026-11-23')).toEqual({ whole, listed: { from: '2026-01-01' } });
  expect(yearOf('2026-02', '2027-01-03')).toEqual({ whole, listed: whole });
});

it('counts the working days of leave', () => {
  expect(leaveDays([day('day'), day('morning'), day('day', false), day(null)])).toBe(1.5);
});
