import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Leave, leaveQuery, WorkCycle } from '#lib/api/calendar.ts';
import { ada } from '#lib/api/examples.ts';
import { session } from '#lib/api/session.svelte.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, done, refuse, serve } from '#lib/testing/server.ts';
import CycleForm from './CycleForm.svelte';
import Cycles from './Cycles.svelte';
import LeaveList from './LeaveList.svelte';
import TakeLeave from './TakeLeave.svelte';

const today = '2026-11-30';
const leave = (id: string, from: string, to = from): Leave =>
  ({ id, from, to, part: 'day', ended: false }) as Leave;
const messages = () => toasts.shown.map(({ text }) => text);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${today}T03:00:00Z`) });
  await i18n.withPeople();
  await i18n.use('en');
  session.member = ada();
  toasts.shown = [];
});
afterEach(() => void vi.useRealTimers());

const list = (...items: Leave[]) =>
  draw(LeaveList, {
    leave: { data: items, isPending: false, isError: false } as unknown as ReturnType<typeof leaveQuery>,
    today,
    year: '2026',
    days: 3,
  });

it('lists leave to come, then past leave, the latest first', () => {
  list(leave('a', '2026-01-05'), leave('b', '2026-03-02'), leave('c', '2026-12-24', '2026-12-31'));
  expect(screen.getAllByRole('listitem').map((row) => textOf(row.firstElementChild))).toEqual([
    'Dec 24 to Dec 31',
    'Mar 2',
    'Jan 5',
  ]);
  expect(screen.getByText('3 working days')).toBeTruthy();
});

it('cancels leave and takes it again on request', async () => {
  const taken = { from: '2026-12-24', to: '2026-12-31', part: 'day' };
  const sent = serve({
    'DELETE /api/members/me/leave/c': done,
    'POST /api/members/me/leave': leave('d', taken.from, taken.to),
  });
  list(leave('c', taken.from, taken.to));
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel leave: Dec 24 to Dec 31' }));
  await waitFor(() => expect(messages()).toEqual(['Leave cancelled: Dec 24 to Dec 31.']));
  toasts.shown[0]!.act!.run();
  await waitFor(() =>
    expect(changes(sent)).toEqual([
      'DELETE /api/members/me/leave/c',
      `POST /api/members/me/leave ${JSON.stringify(taken)}`,
    ]),
  );
});

it('ends leave that is under way from today on, and gives only those days back', async () => {
  const sent = serve({
    'DELETE /api/members/me/leave/a': done,
    'POST /api/members/me/leave': leave('d', today, '2026-12-02'),
  });
  list(leave('a', '2026-11-26', '2026-12-02'));
  await fireEvent.click(screen.getByRole('button', { name: 'End leave from today on: Nov 26 to Dec 2' }));
  await waitFor(() => expect(messages()).toEqual(['Leave cancelled: Nov 30 to Dec 2.']));
  toasts.shown[0]!.act!.run();
  await waitFor(() => expect(changes(sent)[1]).toContain('"from":"2026-11-30","to":"2026-12-02"'));
});

it('keeps leave that is long over or was ended early', () => {
  list(leave('a', '2026-10-01'), leave('b', '2026-11-20'), { ...leave('c', '2026-11-02'), ended: true });
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
    'Cancel leave: Nov 20',
  ]);
});

it('takes leave for typed days, and not for more than a year', async () => {
  const onclose = vi.fn();
  const sent = serve({ 'POST /api/members/me/leave': leave('n', '2026-12-24', '2026-12-31') });
  draw(TakeLeave, { span: { from: '2026-12-24', to: '2026-12-24' }, onclose });
  const days = screen.getByRole('textbox', { name: 'Days' });
  await fireEvent.change(days, { target: { value: '2026-12-24 - 2028-01-01' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Take leave' }));
  expect(screen.getByText('Leave has at most 366 days.')).toBeTruthy();
  await fireEvent.change(days, { target: { value: '12/24 - 12/31' } });
  await fireEvent.change(screen.getByLabelText('How much'), { target: { value: 'morning' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Take leave' }));
  await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  expect(sent[0]!.body).toEqual({ from: '2026-12-24', to: '2026-12-31', part: 'morning' });
  expect(sent[0]!.headers.get('Idempotency-Key')).toBeTruthy();
});

it('shows why leave was refused, and stays open', async () => {
  const onclose = vi.fn();
  const errors = [{ pointer: '/from', message: 'Too long ago.' }];
  serve({ 'POST /api/members/me/leave': refuse(400, 'invalid', { errors }) });
  draw(TakeLeave, { span: { from: '2026-01-01', to: '2026-01-01' }, onclose });
  await fireEvent.click(screen.getByRole('button', { name: 'Take leave' }));
  expect(await screen.findByText('Too long ago.')).toBeTruthy();
  expect(onclose).not.toHaveBeenCalled();
});

const rule = {
  startsOn: '2026-11-23',
  lengthDays: 14,
  workingDays: ['MONDAY', 'TUESDAY'],
  hoursADay: 8,
  timeZone: 'Asia/Seoul',
};
const cycle = (upcoming: object[] = []) =>
  ({
    ...rule,
    effectiveFrom: '2026-01-01',
    cycles: {
      last: { from: '2026-11-09', to: '2026-11-22' },
      this: { from: '2026-11-23', to: '2026-12-06' },
      next: { from: '2026-12-07', to: '2026-12-20' },
    },
    upcoming,
  }) as unknown as WorkCycle;
const later = (from: string) => ({ ...rule, effectiveFrom: from, lengthDays: 10 });
const PUT = 'PUT /api/members/me/work-cycle';

it('shows the cycles around today, and the rule that was set for later', async () => {
  const sent = serve({ 'DELETE /api/members/me/work-cycle/2027-01-04': done, [PUT]: cycle() });
  draw(Cycles, { cycle: cycle([later('2027-01-04')]), onedit: () => {} });
  expect(screen.getByText('Nov 23 to Dec 6')).toBeTruthy();
  expect(screen.getByText('10 days, Mon Tue, 8 h a day, Asia/Seoul')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: /^Withdraw the work cycle from Jan 4, 2027/ }));
  await waitFor(() => expect(messages()[0]).toContain('is withdrawn'));
  toasts.shown[0]!.act!.run();
  await waitFor(() => expect(changes(sent)[1]).toMatch(/^PUT .*"effectiveFrom":"2027-01-04"/));
});

it('sets a cycle of any length from a day on, never from a past one', async () => {
  const ondone = vi.fn();
  const sent = serve({ [PUT]: cycle() });
  draw(CycleForm, { cycle: cycle([later('2027-01-04')]), today, edited: null, ondone });
  await fireEvent.change(screen.getByLabelText('Length'), { target: { value: 'other' } });
  await fireEvent.input(screen.getByLabelText('Length in days'), { target: { value: '93' } });
  for (const day of ['Monday', 'Tuesday']) await fireEvent.click(screen.getByRole('checkbox', { name: day }));
  await fireEvent.click(screen.getByRole('button', { name: 'Save cycle' }));
  expect(screen.getByText('Use 1 to 92 days.')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toBe('Choose at least one day.');
  await fireEvent.input(screen.getByLabelText('Length in days'), { target: { value: '10' } });
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Friday' }));
  const effective = screen.getByRole('textbox', { name: 'Effective from' });
  await fireEvent.change(effective, { target: { value: 'yesterday' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Save cycle' }));
  expect(changes(sent)).toEqual([]);
  await fireEvent.change(effective, { target: { value: 'today' } });
  expect(screen.getByText('This applies until the cycle from Jan 4, 2027 starts.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Save cycle' }));
  await waitFor(() => expect(ondone).toHaveBeenCalledOnce());
  expect(sent.at(-1)!.body).toMatchObject({ lengthDays: 10, workingDays: ['FRIDAY'], effectiveFrom: today });
});

it('moves an upcoming cycle to another day by setting it there and withdrawing the old one', async () => {
  const sent = serve({ [PUT]: cycle(), 'DELETE /api/members/me/work-cycle/2027-01-04': done });
  const edited = later('2027-01-04') as unknown as WorkCycle['upcoming'][number];
  const ondone = vi.fn();
  draw(CycleForm, { cycle: cycle([edited]), today, edited, ondone });
  const effective = screen.getByRole('textbox', { name: 'Effective from' });
  await fireEvent.change(effective, { target: { value: '2027-02-01' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Save cycle' }));
  await waitFor(() => expect(ondone).toHaveBeenCalledOnce());
  expect(changes(sent)[0]).toContain('"effectiveFrom":"2027-02-01"');
  expect(changes(sent)[1]).toBe('DELETE /api/members/me/work-cycle/2027-01-04');
});
