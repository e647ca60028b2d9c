import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HolidayCalendar } from '#lib/api/calendar.ts';
import { company } from '#lib/api/company.svelte.ts';
import { ada } from '#lib/api/examples.ts';
import { session } from '#lib/api/session.svelte.ts';
import '#lib/components/ui/PickerPopover.svelte'; // preloaded, so that no test waits for it
import { confirmation } from '#lib/components/ui/confirm.svelte.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, done, refuse, serve } from '#lib/testing/server.ts';
import CompanyPage from './CompanyPage.svelte';
import HolidaysPage from './HolidaysPage.svelte';

const calendar = (as: object) =>
  ({ id: 'kr', country: 'KR', kind: 'country', name: 'KR', days: 15, ...as }) as HolidayCalendar;
const own = calendar({ id: 'own', country: null, kind: 'own', name: 'own', days: 1 });
const holiday = (date: string, name: string, of = 'own') => ({ date, name, calendar: of });
const lists = (calendars: object[], ...holidays: object[]) => ({
  'GET /api/holiday-calendars': { items: calendars },
  'GET /api/holidays': { items: holidays },
  'GET /api/holiday-calendars/countries': {
    items: [
      { code: 'KR', name: 'Korea' },
      { code: 'DE', name: 'Germany' },
    ],
  },
});
const messages = () => toasts.shown.map(({ text }) => text);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T03:00:00Z') });
  await i18n.withPeople();
  await i18n.use('en');
  session.member = ada({ role: 'ADMIN' });
  toasts.shown = [];
  confirmation.close();
});
afterEach(() => void vi.useRealTimers());

const show = () => draw(HolidaysPage, {});
const click = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));

it('removes only own days that are still to come, and adds one again on request', async () => {
  const sent = serve({
    ...lists(
      [own, calendar({})],
      holiday('2026-11-02', 'Founding day'),
      holiday('2026-12-24', 'Party'),
      holiday('2026-12-25', 'Christmas', 'kr'),
    ),
    'DELETE /api/holidays/2026-12-24': done,
    'PUT /api/holidays/2026-12-24': done,
  });
  show();
  const year = await screen.findByRole('region', { name: /2026/ });
  expect((await within(year).findAllByRole('listitem')).map(textOf)).toEqual([
    expect.stringMatching(/^Nov 2 \(Mon\) ?Founding day/),
    expect.stringMatching(/^Dec 24 \(Thu\) ?Party/),
    expect.stringMatching(/^Dec 25 \(Fri\) ?Christmas South Korea/),
  ]);
  const buttons = within(year).getAllByRole('button').slice(2);
  expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
    i18n.people.admin.removeDay('Party'),
  ]);
  await fireEvent.click(buttons[0]!);
  await waitFor(() => expect(messages()).toHaveLength(1));
  toasts.shown[0]!.act!.run();
  await waitFor(() =>
    expect(changes(sent)).toEqual([
      'DELETE /api/holidays/2026-12-24',
      'PUT /api/holidays/2026-12-24 {"name":"Party"}',
    ]),
  );
});

it('looks at the holidays of other years', async () => {
  const sent = serve(lists([]));
  show();
  await click(i18n.people.admin.nextYear);
  await waitFor(() => expect(sent.at(-1)!.query).toEqual({ from: '2027-01-01', to: '2027-12-31' }));
  expect(await screen.findByText('No holidays yet')).toBeTruthy();
});

it('adds a holiday for a day from today on', async () => {
  const sent = serve({ ...lists([]), 'PUT /api/holidays/2026-12-24': done });
  show();
  const form = screen.getByRole('form', { name: i18n.people.admin.addDay });
  const [date, name] = within(form).getAllByRole<HTMLInputElement>('textbox');
  await fireEvent.change(date!, { target: { value: '2026-11-29' } });
  await fireEvent.input(name!, { target: { value: ' Party ' } });
  await fireEvent.click(within(form).getByRole('button', { name: i18n.people.admin.addAct }));
  expect(changes(sent)).toEqual([]);
  await fireEvent.change(date!, { target: { value: '12/24' } });
  await fireEvent.click(within(form).getByRole('button', { name: i18n.people.admin.addAct }));
  await waitFor(() => expect(changes(sent)).toEqual(['PUT /api/holidays/2026-12-24 {"name":"Party"}']));
  await waitFor(() => expect([date!.value, name!.value]).toEqual(['', '']));
});

it('adds the holidays of a country that is found by its name in the reader’s language', async () => {
  await i18n.use('ko');
  const sent = serve({ ...lists([]), 'POST /api/holiday-calendars': { ...calendar({}), notes: [] } });
  show();
  await click(new RegExp(i18n.people.admin.chooseCountry));
  const search = await screen.findByRole('combobox', { name: i18n.people.admin.searchCountry });
  await fireEvent.input(search, { target: { value: '대한' } });
  await screen.findByRole('option', { name: /대한민국/ });
  await fireEvent.keyDown(search, { key: 'Enter' });
  await click(i18n.people.admin.addCountry);
  await waitFor(() => expect(changes(sent)).toEqual(['POST /api/holiday-calendars {"country":"KR"}']));
});

it('says in which line a calendar file is wrong, until another file is chosen', async () => {
  serve({ ...lists([]), 'POST /api/holiday-calendars': refuse(422, 'calendar-unreadable', { line: 7 }) });
  show();
  await click('Import calendar');
  expect(screen.getByText('Choose this file.')).toBeTruthy();
  const file = screen.getByLabelText('Calendar file');
  const choose = (name: string, size = 1) =>
    fireEvent.change(file, { target: { files: [new File(['x'.repeat(size)], name)] } });
  await choose('large.ics', 1_100_000);
  expect(screen.getByText('The file is larger than 1 MB.')).toBeTruthy();
  await choose('wrong.ics');
  await click('Import calendar');
  expect(await screen.findByText(/cannot be read as a calendar: line 7 is wrong/)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  await choose('right.ics');
  expect(screen.queryByText(/line 7/)).toBeNull();
});

it('removes a calendar only after a confirmation that names it', async () => {
  const sent = serve({ ...lists([calendar({})]), 'DELETE /api/holiday-calendars/kr': done });
  show();
  await click(/South Korea/);
  expect(confirmation.question?.title).toContain('South Korea');
  expect(changes(sent)).toEqual([]);
  confirmation.question!.onconfirm();
  await waitFor(() => expect(changes(sent)).toEqual(['DELETE /api/holiday-calendars/kr']));
});

it('moves the company to another time zone, from which due dates follow at once', async () => {
  company.timeZone = 'Asia/Seoul';
  const sent = serve({ 'PATCH /api/company': { timeZone: 'Europe/Berlin' } });
  draw(CompanyPage, {});
  await click(/Company time zone: Asia\/Seoul/);
  const search = await screen.findByRole('combobox', { name: 'Search time zones' });
  await fireEvent.input(search, { target: { value: 'berlin' } });
  await fireEvent.keyDown(search, { key: 'Enter' });
  await click('Save');
  await waitFor(() => expect(company.timeZone).toBe('Europe/Berlin'));
  expect(sent.map(({ body }) => body)).toEqual([{ timeZone: 'Europe/Berlin' }]);
});
