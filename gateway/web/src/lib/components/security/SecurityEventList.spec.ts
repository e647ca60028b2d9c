import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ada } from '#lib/api/examples.ts';
import { Refused } from '#lib/api/http.ts';
import { directory } from '#lib/api/members.svelte.ts';
import type { SecurityEventType, SecurityEvent, SecurityEvents } from '#lib/api/security-events.ts';
import { en } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en as people } from '#lib/i18n/people/en.ts';
import SecurityEventList from './SecurityEventList.svelte';

const empty = createRawSnippet(() => ({ render: () => '<p>None.</p>' }));
const happened: SecurityEvent = {
  id: 1,
  at: '2026-11-23T01:00:00Z',
  what: 'log-in-failed',
  address: '192.0.2.7',
  device: 'Firefox on Linux',
  actor: null,
};

beforeEach(() => {
  i18n.t = en;
  i18n.people = people;
  directory.learn([ada(), ada({ id: 'gone', displayName: '', erased: true })]);
});
afterEach(cleanup);

/** The list in one state of its query. */
function show(state: object) {
  render(SecurityEventList, { query: state as unknown as SecurityEvents, members: true, empty });
}

const shown = (...items: Partial<SecurityEvent>[]) => {
  show({ data: { pages: [{ items: items.map((one, id) => ({ ...happened, ...one, id })) }] } });
  return screen.getAllByRole('listitem').map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
};

it('shows what happened to whom, by whom and from where', () => {
  const rows = shown(
    {},
    { what: 'role-changed', member: 'gone', actor: 'ada' },
    { what: 'logged-in', member: 'ada', actor: 'ada', address: null },
    { what: 'passkey-added' as SecurityEventType, member: 'ada' },
  );
  expect(rows[0]).toMatch(/^Log-in failed Unknown ?Firefox on Linux · 192\.0\.2\.7/);
  expect(rows[1]).toMatch(/^Role changed by Ada .*Former member/);
  expect(rows[2]).toMatch(/^Logged in .*Ada/);
  expect(rows[2]).not.toMatch(/by Ada|·/);
  expect(rows[3]).toMatch(/^passkey added/);
});

it('says that the list is empty, or why it cannot be shown', async () => {
  show({ data: { pages: [{ items: [] }] } });
  expect(screen.getByText('None.')).toBeTruthy();
  cleanup();
  show({ isError: true, error: new Refused(403, 'role', 'No.') });
  expect(screen.getByText(en.state.notAllowed)).toBeTruthy();
  cleanup();
  const refetch = vi.fn();
  show({ isError: true, error: new Refused(500, '', ''), refetch });
  await fireEvent.click(screen.getByRole('button', { name: en.act.retry }));
  expect(refetch).toHaveBeenCalledOnce();
});

it('loads more while there is more', async () => {
  const fetchNextPage = vi.fn();
  show({ data: { pages: [{ items: [happened] }] }, hasNextPage: true, fetchNextPage });
  await fireEvent.click(screen.getByRole('button', { name: en.act.more }));
  expect(fetchNextPage).toHaveBeenCalledOnce();
});
