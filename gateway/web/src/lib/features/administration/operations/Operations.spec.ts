import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { confirmation } from '#lib/components/ui/confirm.svelte.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, done, page, refuse, serve } from '#lib/testing/server.ts';
import SignUpRules from '../SignUpRules.svelte';
import DeadLetterList from './DeadLetterList.svelte';
import './DiscardDialog.svelte'; // preloaded, so that no test waits for it
import ProjectionList from './ProjectionList.svelte';

const projection = (as: object = {}) => ({
  context: 'work',
  name: 'items',
  state: 'running',
  head: 120,
  position: 120,
  lagSeconds: 0,
  rebuild: null,
  compared: null,
  ...as,
});
const letter = {
  id: 'd1',
  context: 'work',
  projection: 'items',
  kind: 'projection',
  type: 'ItemOpened',
  cause: 'value too long',
  at: '2026-11-30T00:00:00Z',
  nextAt: '2026-11-30T01:00:00Z',
  attempts: 1,
  waiting: 2,
};
const LIST = 'GET /api/projections';
const LETTERS = 'GET /api/dead-letters';
const messages = () => toasts.shown.map(({ text }) => text);

beforeEach(async () => {
  await i18n.withPeople();
  await i18n.use('en');
  toasts.shown = [];
  confirmation.close();
});

it.each<[string, object, RegExp]>([
  ['up to date', {}, /^Work: items Running up to date/],
  ['behind', { state: 'catching-up', head: 121, lagSeconds: 90 }, /Catching up 1 event behind \(1\.5 min\)/],
  [
    'being rebuilt',
    { state: 'rebuilding', rebuild: { at: 30, of: 120, compare: false } },
    /Rebuilding: 25 %/,
  ],
  ['being compared', { rebuild: { at: 0, of: 0, compare: true } }, /Comparing with a rebuild: 100 %/],
])('says that a projection is %s', async (_, as, words) => {
  serve({ [LIST]: { items: [projection(as)] } });
  draw(ProjectionList, {});
  expect(textOf(await screen.findByRole('listitem'))).toMatch(words);
});

it('pauses and resumes a projection, and reads its state again', async () => {
  let state = 'running';
  const PAUSE = '/api/projections/work/items/pause';
  const sent = serve({
    [LIST]: () => ({ items: [projection({ state })] }),
    [`PUT ${PAUSE}`]: () => ((state = 'paused'), {}),
    [`DELETE ${PAUSE}`]: () => ((state = 'running'), {}),
  });
  draw(ProjectionList, {});
  await fireEvent.click(await screen.findByRole('button', { name: 'Pause Work: items' }));
  await fireEvent.click(await screen.findByRole('button', { name: 'Resume Work: items' }));
  await screen.findByRole('button', { name: 'Pause Work: items' });
  expect(changes(sent)).toEqual([`PUT ${PAUSE}`, `DELETE ${PAUSE}`]);
  await waitFor(() => expect(messages()[1]).toBe('Work: items is catching up.'));
});

it('rebuilds only a running projection, after a confirmation', async () => {
  const sent = serve({
    [LIST]: { items: [projection(), projection({ name: 'old', state: 'paused' })] },
    'POST /api/projections/work/items/rebuild': {},
  });
  draw(ProjectionList, {});
  await fireEvent.click(await screen.findByRole('button', { name: 'Rebuild Work: items' }));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Rebuild Work: old' }).disabled).toBe(true);
  expect([confirmation.question?.title, changes(sent)]).toEqual(['Rebuild Work: items?', []]);
  confirmation.question!.onconfirm();
  await waitFor(() => expect(messages()).toEqual(['Work: items is being rebuilt.']));
});

it('explains why the projections cannot be shown, and tries again', async () => {
  let broken = true;
  serve({ [LIST]: () => (broken ? refuse(500, '') : { items: [projection()] }) });
  draw(ProjectionList, {});
  await screen.findByRole('alert');
  broken = false;
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('listitem')).toBeTruthy();
});

it('shows what could not be handled, where, why and what waits behind it', async () => {
  serve({ [LETTERS]: page([letter]) });
  draw(DeadLetterList, {});
  const row = textOf(await screen.findByRole('listitem'));
  expect(row).toMatch(/^ItemOpened in Work: items \(projection\) value too long/);
  expect(row).toMatch(/1 attempt · next at .* · 2 events wait behind it/);
});

it.each([
  [true, 'The event is handled now.', false],
  [false, 'The event still cannot be handled.', true],
])('says after another try whether the event was handled: %s', async (handled, message, bad) => {
  serve({ [LETTERS]: page([letter]), 'POST /api/dead-letters/d1/retry': { handled } });
  draw(DeadLetterList, {});
  await fireEvent.click(await screen.findByRole('button', { name: 'Try again: ItemOpened' }));
  await waitFor(() => expect(toasts.shown).toMatchObject([{ text: message, bad }]));
});

it('discards an event only for a reason', async () => {
  const sent = serve({ [LETTERS]: page([letter]), 'POST /api/dead-letters/d1/discard': done });
  draw(DeadLetterList, {});
  await fireEvent.click(await screen.findByRole('button', { name: 'Discard ItemOpened' }));
  const discard = await screen.findByRole('button', { name: 'Discard' });
  await fireEvent.click(discard);
  expect(screen.getByText('Say why the event is discarded.')).toBeTruthy();
  await fireEvent.input(screen.getByLabelText('Reason'), { target: { value: ' Duplicate ' } });
  await fireEvent.click(discard);
  await waitFor(() => expect(messages()).toEqual(['The event is discarded.']));
  expect(changes(sent)).toEqual(['POST /api/dead-letters/d1/discard {"reason":"Duplicate"}']);
});

it('says in Korean that every event was handled', async () => {
  await i18n.use('ko');
  serve({ [LETTERS]: page([]) });
  draw(DeadLetterList, {});
  expect(await screen.findByText(i18n.people.operations.noDeadLetters)).toBeTruthy();
});

it('takes the domains of sign-up from lines, and names the one that is none', async () => {
  const sent = serve({ 'PATCH /api/settings': {} });
  draw(SignUpRules, { rules: { mode: 'open', domains: [] }, provable: true });
  const [, , byDomain] = screen.getAllByRole('radio');
  await fireEvent.click(byDomain!);
  const save = screen.getByRole('button', { name: 'Save' });
  await fireEvent.click(save);
  expect(screen.getByText(i18n.people.admin.domainsNeeded)).toBeTruthy();
  const domains = screen.getByRole('textbox');
  await fireEvent.input(domains, { target: { value: 'example.com\nno domain' } });
  await fireEvent.click(save);
  expect(domains.getAttribute('aria-invalid')).toBe('true');
  await fireEvent.input(domains, { target: { value: 'Example.com, example.org' } });
  await fireEvent.click(save);
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]!.body).toEqual({ signUp: { mode: 'domains', domains: ['example.com', 'example.org'] } });
});
