import { fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CalendarDay } from '#lib/api/calendar.ts';
import { ada } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import { session } from '#lib/api/session.svelte.ts';
import type { Team } from '#lib/api/teams.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { refuse, serve } from '#lib/testing/server.ts';
import TeamCalendar from './TeamCalendar.svelte';

const CALENDAR = 'GET /api/teams/t1/calendar';
const team = { id: 't1', name: 'Orion' } as Team;
const day = (date: string, as: Partial<CalendarDay> = {}): CalendarDay => ({
  date,
  workingDay: true,
  hours: 8,
  holiday: null,
  leave: null,
  ...as,
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T16:00:00Z') }); // 1 December in Seoul
  await i18n.withPeople();
  await i18n.use('en');
  session.member = ada({ timeZone: 'Asia/Seoul' });
  directory.learn([ada()]);
});
afterEach(() => void vi.useRealTimers());

const show = () => draw(TeamCalendar, { team });

it('shows the month of today in the member’s time zone, with who is away when', async () => {
  const sent = serve({
    [CALENDAR]: {
      members: [
        {
          member: 'ada',
          days: [
            day('2026-12-01'),
            day('2026-12-24', { leave: 'morning' }),
            day('2026-12-25', { holiday: 'Christmas', workingDay: false }),
          ],
        },
      ],
    },
  });
  show();
  const table = await screen.findByRole('table', { name: 'Calendar of Orion, December 2026' });
  expect(sent[0]!.query).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  const heads = within(table).getAllByRole('columnheader');
  expect(heads).toHaveLength(32);
  expect(heads.filter((head) => head.getAttribute('aria-current') === 'date').map(textOf)).toEqual(['T 1']);
  const cells = within(table).getAllByRole('cell').map(textOf);
  expect(cells[0]).toBe('');
  expect(cells[23]).toMatch(/^a\.m\. ?Thursday, December 24, 2026, Leave in the morning$/);
  expect(cells[24]).toMatch(/^✕ ?Friday, December 25, 2026, Christmas$/);
});

it('goes from month to month, over the end of the year, and back to today', async () => {
  const sent = serve({ [CALENDAR]: { members: [] } });
  show();
  await screen.findByRole('table');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Today' }).disabled).toBe(true);
  await fireEvent.click(screen.getByRole('button', { name: 'Next month' }));
  expect(await screen.findByRole('table', { name: /January 2027/ })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Today' }));
  expect(await screen.findByRole('table', { name: /December 2026/ })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Previous month' }));
  expect(await screen.findByRole('table', { name: /November 2026/ })).toBeTruthy();
  expect(sent.map(({ query }) => query['to'])).toContain('2026-11-30');
});

it('says who can see the calendar of a team, and explains other failures', async () => {
  serve({ [CALENDAR]: refuse(403, 'forbidden') });
  const view = show();
  expect(await screen.findByText(/^Only members of the team, managers and administrators/)).toBeTruthy();
  view.unmount();
  serve({ [CALENDAR]: refuse(500, '') });
  show();
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
});
