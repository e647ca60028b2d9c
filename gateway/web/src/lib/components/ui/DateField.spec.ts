import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ada } from '#lib/api/examples.ts';
import { session } from '#lib/api/session.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import './CalendarPopover.svelte'; // preloaded, so that no test waits for it
import DateField from './DateField.svelte';
import './DayCalendar.svelte';
import './RangeCalendar.svelte';
import RangeField from './RangeField.svelte';

const onpick = vi.fn<(day: string) => void>();

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T16:00:00Z') }); // 1 December in Seoul
  session.member = ada({ timeZone: 'Asia/Seoul' });
  onpick.mockClear();
  await i18n.use('en');
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Due' });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const show = (props: object = {}) => render(DateField, { 'aria-label': 'Due', value: '', onpick, ...props });

it('takes a typed day, counted from today in the member’s time zone', async () => {
  show();
  await type(' tomorrow ');
  await type('+3d');
  await type('12/24');
  expect(onpick.mock.calls).toEqual([['2026-12-02'], ['2026-12-04'], ['2026-12-24']]);
  expect(field().value).toBe('Dec 24, 2026');
});

it('says that typed text is no day, keeps it for correction, and forgets the error then', async () => {
  show({ value: '2026-12-24' });
  await type('soonish');
  expect(screen.getByRole('alert').textContent.trim()).toMatch(/^Not a date/);
  expect([field().value, field().getAttribute('aria-invalid')]).toEqual(['soonish', 'true']);
  expect(field().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
  await type('12/25');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(onpick.mock.calls).toEqual([['2026-12-25']]);
});

it('says which day is the first and the last one allowed, in the reader’s language', async () => {
  await i18n.use('ko');
  show({ min: '2026-12-01', max: '2026-12-31' });
  await type('2026-11-30');
  expect(screen.getByRole('alert').textContent).toContain('2026. 12. 1.');
  await type('2027-01-01');
  expect(screen.getByRole('alert').textContent).toContain('2026. 12. 31.');
  expect(onpick).not.toHaveBeenCalled();
  await type('2026-12-31');
  expect(onpick).toHaveBeenCalledWith('2026-12-31');
});

it('is cleared by emptying it, and reports no day that was there already', async () => {
  show({ value: '2026-12-24' });
  await type('2026-12-24');
  expect(onpick).not.toHaveBeenCalled();
  await type('');
  expect(onpick.mock.calls).toEqual([['']]);
});

it('takes a day of the calendar, which opens at the chosen month with weeks from Monday', async () => {
  show({ value: '2027-02-10' });
  await fireEvent.click(await screen.findByRole('button', { name: 'Choose a day' }));
  const calendar = await screen.findByRole('dialog', { name: 'Choose a day' });
  expect(await within(calendar).findByText('February 2027')).toBeTruthy();
  expect(within(calendar).getAllByText(/^(Mon|Sun)$/)[0]!.textContent).toBe('Mon');
  await fireEvent.click(within(calendar).getByRole('button', { name: 'Next month' }));
  await fireEvent.click(await within(calendar).findByRole('button', { name: /March 9, 2027/ }));
  expect(onpick.mock.calls).toEqual([['2027-03-09']]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('names the steps of the calendar in the reader’s language', async () => {
  await i18n.use('ko');
  show({ value: '2027-02-10' });
  await fireEvent.click(await screen.findByRole('button', { name: '날짜 선택' }));
  await fireEvent.click(await screen.findByRole('button', { name: '이전 달' }));
  expect(await screen.findByText('2027년 1월')).toBeTruthy();
  expect(screen.getByRole('button', { name: '다음 달' })).toBeTruthy();
});

it('offers today, and to clear a chosen day, below the calendar', async () => {
  show({ value: '2027-02-10' });
  await fireEvent.click(await screen.findByRole('button', { name: 'Choose a day' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Clear' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Choose a day' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Today' }));
  expect(onpick.mock.calls).toEqual([[''], ['2026-12-01']]);
});

it('takes typed days as a range, and one day for both ends', async () => {
  render(RangeField, { 'aria-label': 'Due', from: '', to: '', min: '2026-12-01' });
  await type('12/24 - 12/31');
  expect(field().value).toBe('Dec 24, 2026 – Dec 31, 2026');
  await type('12/25');
  expect(field().value).toBe('Dec 25, 2026');
  await type('2026-11-29 - 2026-12-03');
  expect(screen.getByRole('alert').textContent).toContain('Choose Dec 1, 2026 or later.');
  await type('whenever');
  expect(screen.getByRole('alert').textContent).toContain('Not dates');
});
