import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CalendarDay } from '#lib/api/calendar.ts';
import { en } from '#lib/i18n/en.ts';
import { day as shortDay } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en as people } from '#lib/i18n/people/en.ts';
import MonthCalendar from './MonthCalendar.svelte';

const away: CalendarDay = { date: '2026-11-20', workingDay: true, hours: 0, holiday: null, leave: 'day' };
const onpick = vi.fn();

beforeEach(() => {
  i18n.t = en;
  i18n.people = people;
  onpick.mockClear();
  Element.prototype.scrollIntoView = () => {};
  render(MonthCalendar, {
    month: '2026-11',
    today: '2026-11-03',
    days: new Map([[away.date, away]]),
    onmonth: () => {},
    onpick,
  });
});
afterEach(cleanup);

const day = (n: number) => screen.getByRole('button', { name: new RegExp(`November ${n}, 2026`) });

async function tap(n: number) {
  await fireEvent.pointerDown(day(n), { button: 0, pointerType: 'touch' });
  await fireEvent.pointerUp(day(n), { pointerType: 'touch' });
  await fireEvent.click(day(n));
}

it('takes a range that is dragged with the mouse, backwards too, and a single clicked day', async () => {
  await fireEvent.pointerDown(day(12), { button: 0, pointerType: 'mouse' });
  await fireEvent.pointerEnter(day(11));
  await fireEvent.pointerEnter(day(10));
  await fireEvent.pointerUp(day(10));
  await fireEvent.pointerDown(day(5), { button: 0, pointerType: 'mouse' });
  await fireEvent.pointerUp(day(5));
  await fireEvent.click(day(5));
  expect(onpick.mock.calls).toEqual([
    [{ from: '2026-11-10', to: '2026-11-12' }],
    [{ from: '2026-11-05', to: '2026-11-05' }],
  ]);
});

it('takes a range that is extended with Shift and the arrow keys', async () => {
  await fireEvent.keyDown(day(10), { key: 'ArrowRight', shiftKey: true });
  await fireEvent.keyDown(day(11), { key: 'ArrowDown', shiftKey: true });
  await fireEvent.click(day(18));
  expect(onpick.mock.calls).toEqual([[{ from: '2026-11-10', to: '2026-11-18' }]]);
});

it('takes the first and the last day of two taps', async () => {
  await tap(12);
  expect(screen.getByText(people.work.firstChosen(shortDay('2026-11-12')))).toBeTruthy();
  expect(onpick).not.toHaveBeenCalled();
  await tap(9);
  expect(onpick.mock.calls).toEqual([[{ from: '2026-11-09', to: '2026-11-12' }]]);
  expect(screen.queryByText(/Tap the last day/)).toBeNull();
});

it('takes a single tapped day, or none', async () => {
  await tap(12);
  await fireEvent.click(screen.getByRole('button', { name: 'This day only' }));
  await tap(13);
  await tap(13);
  await tap(14);
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onpick.mock.calls).toEqual([
    [{ from: '2026-11-12', to: '2026-11-12' }],
    [{ from: '2026-11-13', to: '2026-11-13' }],
  ]);
});

it('opens the leave of a tapped day at once', async () => {
  await tap(20);
  expect(onpick.mock.calls).toEqual([[{ from: '2026-11-20', to: '2026-11-20' }]]);
});

it('starts weeks on Monday in Korean too', async () => {
  await i18n.use('ko');
  expect(screen.getAllByRole('columnheader')[0]!.textContent).toContain('월');
  await i18n.use('en');
});
