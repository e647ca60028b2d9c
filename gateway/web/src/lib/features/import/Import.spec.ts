import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { queryClient } from '#lib/api/client.ts';
import { ada } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import { session } from '#lib/api/session.svelte.ts';
import type { ImportRun } from '#lib/api/types.ts';
import { confirmation } from '#lib/components/ui/confirm.svelte.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { importWords } from '#lib/i18n/imports/words.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, done, page, refuse, serve } from '#lib/testing/server.ts';
import ImportForm from './ImportForm.svelte';
import ImportPage from './ImportPage.svelte';
import ImportProgress from './ImportProgress.svelte';
import PastImports from './PastImports.svelte';

const run = (as: Partial<ImportRun> = {}): ImportRun =>
  ({
    id: 'i1',
    project: 'WEB',
    state: 'done',
    items: { done: 40, total: 40, unchanged: 0 },
    events: { done: 900, total: 1_200 },
    rejected: [],
    rejectedTotal: 0,
    notes: [],
    notesTotal: 0,
    kept: [],
    keptTotal: 0,
    askedBy: 'ada',
    askedAt: '2026-11-29T00:00:00Z',
    ...as,
  }) as ImportRun;
const ONE = '/api/imports/i1';

beforeEach(async () => {
  await i18n.use('en');
  session.member = ada({ role: 'MANAGER' });
  directory.learn([ada()]);
  toasts.shown = [];
  confirmation.close();
});
afterEach(() => void vi.useRealTimers());

const progress = () => draw(ImportProgress, { id: 'i1' });

it('refuses a member, who may not import', () => {
  session.member = ada();
  draw(ImportPage, { id: null, onstart: () => {} });
  expect(screen.getByText('You don’t have access')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('needs the three files and a valid key before it uploads anything', async () => {
  const upload = vi.fn();
  vi.stubGlobal('XMLHttpRequest', upload);
  draw(ImportForm, { project: '', onstart: () => {} });
  await fireEvent.input(screen.getByLabelText(/^Project key/), { target: { value: '1web' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Start import' }));
  expect(screen.getAllByText('Choose this file.')).toHaveLength(3);
  expect(screen.getByText('Use 2 to 10 of A-Z and 0-9, starting with a letter.')).toBeTruthy();
  await fireEvent.input(screen.getByLabelText(/^Project key/), { target: { value: ' web ' } });
  const file = new File(['{}'], 'workflow.json');
  await fireEvent.change(screen.getByLabelText('Workflow'), { target: { files: [file] } });
  expect(screen.getAllByText('Choose this file.')).toHaveLength(2);
  expect(screen.getByLabelText(/^Project key/).getAttribute('aria-invalid')).toBeNull();
  expect(upload).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});

it('follows an import until it ends, and then has the other pages read again', async () => {
  let state: ImportRun['state'] = 'running';
  const sent = serve({ [`GET ${ONE}`]: () => run({ state }) });
  queryClient.setQueryData(['projects'], []);
  progress();
  expect(await screen.findByText('Importing')).toBeTruthy();
  const [items, events] = screen.getAllByRole('progressbar');
  expect([items, events].map((bar) => bar?.getAttribute('aria-valuenow'))).toEqual(['100', '75']);
  expect(screen.getByText('900 of 1,200 events')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'See the items' })).toBeNull();
  state = 'done';
  const link = await screen.findByRole('link', { name: 'See the items' });
  expect(link.getAttribute('href')).toBe('/items?project=WEB&category=all');
  expect(queryClient.getQueryState(['projects'])?.isInvalidated).toBe(true);
  expect(sent.filter(({ call }) => call === `GET ${ONE}`)).toHaveLength(2);
});

it.each(['en', 'ko'] as const)('says in %s why an import waits or has stopped', async (lang) => {
  await i18n.use(lang);
  const t = importWords();
  serve({ [`GET ${ONE}`]: run({ state: 'running', waiting: 'database-away' }) });
  const view = progress();
  expect(await screen.findByText(t.waiting['database-away']!)).toBeTruthy();
  view.unmount();
  serve({ [`GET ${ONE}`]: run({ state: 'failed', failure: 'x', failureReason: 'given-up' }) });
  progress();
  expect(await screen.findByText(t.failures['given-up']!)).toBeTruthy();
});

it('lists the rejected lines with their file, line, field and reason', async () => {
  const rejected = [{ file: 'items', line: 1_002, cause: 'no-id', field: null, values: {}, reason: '' }];
  serve({ [`GET ${ONE}`]: run({ rejected: rejected as never, rejectedTotal: 1 }) });
  progress();
  await screen.findByRole('heading', { name: '1 line was rejected' });
  expect(textOf(screen.getAllByRole('row')[1])).toMatch(/1,002 ?id ?It has no id\./);
});

it('withdraws a finished import after a confirmation, and brings it back', async () => {
  let state: ImportRun['state'] = 'done';
  const sent = serve({
    [`GET ${ONE}`]: () => run({ state, kept: ['WEB-7'], keptTotal: state === 'done' ? 0 : 1 }),
    [`DELETE ${ONE}`]: () => ((state = 'withdrawn'), done()),
    [`POST ${ONE}/restoration`]: () => ((state = 'done'), done()),
  });
  progress();
  await fireEvent.click(await screen.findByRole('button', { name: 'Withdraw import' }));
  expect(changes(sent)).toEqual([]);
  confirmation.question!.onconfirm();
  await fireEvent.click(await screen.findByRole('button', { name: 'Bring back' }));
  await screen.findByRole('button', { name: 'Withdraw import' });
  expect(changes(sent)).toEqual([`DELETE ${ONE}`, `POST ${ONE}/restoration`]);
});

it('names the items that stayed because somebody changed them', async () => {
  serve({ [`GET ${ONE}`]: run({ state: 'withdrawn', kept: ['WEB-7', 'WEB-9'], keptTotal: 2 }) });
  progress();
  expect(await screen.findByText('2 items were changed since and stayed: WEB-7, WEB-9')).toBeTruthy();
});

it('cancels a running import, and shows why it could not', async () => {
  serve({ [`GET ${ONE}`]: run({ state: 'running' }), [`DELETE ${ONE}`]: refuse(403, 'forbidden') });
  progress();
  await fireEvent.click(await screen.findByRole('button', { name: 'Cancel import' }));
  expect(confirmation.question?.title).toBe('Cancel this import?');
  confirmation.question!.onconfirm();
  await waitFor(() => expect(toasts.shown).toMatchObject([{ bad: true }]));
});

it('lists past imports by who started them, of one project or of all', async () => {
  const sent = serve({ 'GET /api/imports': page([run({ rejectedTotal: 3 })]) });
  const view = draw(PastImports, { project: 'WEB' });
  const row = textOf(await screen.findByRole('listitem'));
  expect(row).toMatch(/WEB .*3 lines were rejected ?Ada/);
  expect(screen.getByRole('link', { name: /^WEB/ }).getAttribute('href')).toBe('/imports/i1');
  expect(sent[0]!.query).toMatchObject({ project: 'WEB' });
  view.unmount();
  serve({ 'GET /api/imports': page([]) });
  draw(PastImports, { project: '' });
  expect(await screen.findByText(importWords().nonePast)).toBeTruthy();
});
