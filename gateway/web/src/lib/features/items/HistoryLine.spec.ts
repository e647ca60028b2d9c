import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import HistoryLine from './HistoryLine.svelte';

const noted = (to: string, truncated: boolean): HistoryEntry => ({
  id: 'e1',
  version: 1,
  at: '2026-11-22T09:00:00Z',
  recordedAt: '2026-11-22T09:00:00Z',
  actor: null,
  source: 'import:1',
  type: 'ForeignFieldNoted',
  changes: [{ field: 'source', from: null, to }],
  beforeOpening: null,
  truncated,
});

beforeEach(() => i18n.use('en'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('loads the whole text that a list has truncated', async () => {
  const requests: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(new URL(request.url).pathname);
    return Response.json(noted('{"closed_code":"6","note":"long"}', false));
  });
  render(HistoryLine, { item: { kind: 'task', key: 'A-1' }, entry: noted('{"closed_code":"6","no', true) });
  await fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(await screen.findByText('closed code: 6')).toBeTruthy();
  expect(screen.getByText('note: long')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
  expect(requests).toEqual(['/api/work-items/A-1/history/e1']);
});
