import { expect, it } from 'vitest';
import { withoutEmptyStart, periodBefore, periodOf, rangeOf, searchOf, stepOf, viewOf } from './period';

const view = (search: string) => viewOf(new URLSearchParams(search));
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const now = new Date(2026, 10, 22, 15, 30); // a Sunday

const cycles = {
  last: { from: '2026-11-02', to: '2026-11-15' },
  this: { from: '2026-11-16', to: '2026-11-29' },
  next: { from: '2026-11-30', to: '2026-12-13' },
};

it('starts on a Monday and includes the week of the day', () => {
  const period = periodOf(view('span=4'), now, null, here);
  expect([period.from.getDay(), period.from.getDate(), period.from.getMonth()]).toEqual([1, 26, 9]);
  expect(period.to).toEqual(now);
});

it('starts in the company’s time zone', () => {
  const sunday = new Date('2026-11-22T16:00:00Z'); // Monday in Seoul
  expect(periodOf(view('span=4'), sunday, null, 'Asia/Seoul').from).toEqual(new Date('2026-11-01T15:00:00Z'));
  expect(periodOf(view('span=4'), sunday, null, 'UTC').from).toEqual(new Date('2026-10-26T00:00:00Z'));
  expect(periodOf(view('cycle=this'), sunday, null, 'Asia/Seoul', cycles).from).toEqual(
    new Date('2026-11-15T15:00:00Z'),
  );
});

it('ends with the chosen day', () => {
  const { to } = periodOf(view('at=2017-02-18'), now, null, here);
  expect(to.getTime()).toBe(new Date(2017, 1, 19).getTime() - 1);
});

it('starts with the first item if all is chosen', () => {
  const { from } = periodOf(view('span=all&at=2017-02-18'), now, new Date(2016, 1, 29, 8), here);
  expect(from).toEqual(new Date(2016, 1, 29));
});

it('is a work cycle up to now', () => {
  const last = periodOf(view('cycle=last'), now, null, here, cycles);
  const present = periodOf(view('cycle=this'), now, null, here, cycles);
  expect([last.from, last.to]).toEqual([new Date(2026, 10, 2), new Date(2026, 10, 16, 0, 0, 0, -1)]);
  expect([present.from, present.to]).toEqual([new Date(2026, 10, 16), now]);
  expect(rangeOf(view('cycle=last'), last).to).toBe(last.to.toISOString());
  expect(rangeOf(view('cycle=this'), present).to).toBeUndefined();
});

it('compares with the period of the same length just before', () => {
  const period = periodOf(view(''), now, null, here);
  const before = periodBefore(period);
  expect(before.to.getTime()).toBe(period.from.getTime() - 1);
  expect(before.days).toBeCloseTo(period.days);
});

it('is the same after a round trip through the address', () => {
  const search = 'project=WEB&kind=issue&at=2017-02-18&span=all&by=status';
  expect(viewOf(new URLSearchParams(searchOf(view(search))))).toEqual(view(search));
  expect(searchOf(view('cycle=last&team=0197'))).toBe('team=0197&cycle=last');
  expect(searchOf(view('span=12&by=category&at=x'))).toBe('');
});

it('draws about two hundred points at most', () => {
  expect([stepOf(5), stepOf(84), stepOf(364), stepOf(4_000)]).toEqual(['hour', 'day', 'week', 'month']);
});

it('starts a flow with the week of the first item', () => {
  const period = periodOf(view(''), now, null, here);
  expect(withoutEmptyStart(period, new Date(2026, 10, 18), here).from).toEqual(new Date(2026, 10, 16));
  expect(withoutEmptyStart(period, new Date(2020, 0, 1), here).from).toEqual(period.from);
  expect(withoutEmptyStart(period, null, here)).toBe(period);
});
