import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { web, work } from '#lib/api/examples.ts';
import type { RelatedItem, Relations as All } from '#lib/api/types.ts';
import { overlays } from '#lib/components/shell/overlays.svelte.ts';
import '#lib/components/ui/PickerPopover.svelte'; // preloaded, so that no test waits for it
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, done, page, refuse, serve } from '#lib/testing/server.ts';
import './RelationForm.svelte';
import Relations from './Relations.svelte';

const related = (key: string, title: string): RelatedItem =>
  ({ key, title, kind: 'task', status: 'To do', category: 'todo', assignee: null }) as RelatedItem;

const none = {
  parent: null,
  task: null,
  children: [],
  issues: [],
  blockedBy: [],
  blocks: [],
  relatesTo: [],
  duplicates: [],
  duplicatedBy: [],
  more: {},
  hidden: 0,
} as unknown as All;

const LIST = 'GET /api/work-items/WEB-1/relations';
const BLOCKS = '/api/work-items/WEB-1/links/blocks/WEB-3';
const projects = { 'GET /api/projects': page([web()]) };

beforeEach(async () => {
  await i18n.use('en');
  toasts.shown = [];
  overlays.clear();
});

/** A match of the search; its list opens with the form, and only a browser places it. */
const found = (title: string) => screen.findByText(title);

const show = (props: object = {}) =>
  draw(Relations, { item: work(), at: null, day: null, readonly: false, ...props });

it('groups what is related by how, and says how much is not shown', async () => {
  serve({
    ...projects,
    [LIST]: {
      ...none,
      parent: related('WEB-2', 'Release'),
      blocks: [related('WEB-3', 'Ship'), related('WEB-4', 'Tell')],
      more: { blocks: 12 },
      hidden: 3,
    },
  });
  show();
  const blocks = await screen.findByRole('list', { name: 'Blocks' });
  expect(within(blocks).getAllByRole('listitem').map(textOf)).toEqual([
    expect.stringContaining('WEB-3 Ship'),
    expect.stringContaining('WEB-4 Tell'),
    '12 more',
  ]);
  expect(textOf(screen.getByRole('list', { name: 'Parent' }))).toContain('To do');
  expect(screen.getByText('3 more in projects you don’t have access to')).toBeTruthy();
});

it('links to what was related on a past day, as of that day, and changes nothing there', async () => {
  serve({ ...projects, [LIST]: { ...none, blocks: [related('WEB-3', 'Ship')] } });
  show({ at: '2026-03-01T15:00:00Z', day: '2026-03-01', readonly: true });
  const link = await screen.findByRole('link', { name: 'Ship' });
  expect(link.getAttribute('href')).toBe('/items/WEB-3?at=2026-03-01');
  expect(screen.queryByRole('button')).toBeNull();
});

it('says that nothing is related, but not while something is hidden', async () => {
  serve({ ...projects, [LIST]: none });
  const view = show();
  expect(await screen.findByText('No relations to other items.')).toBeTruthy();
  view.unmount();
  serve({ ...projects, [LIST]: { ...none, hidden: 1 } });
  show();
  expect(await screen.findByText(/^1 more in projects/)).toBeTruthy();
  expect(screen.queryByText('No relations to other items.')).toBeNull();
});

it('removes a relation, and adds it again on request', async () => {
  const sent = serve({
    ...projects,
    [LIST]: { ...none, blocks: [related('WEB-3', 'Ship')] },
    [`DELETE ${BLOCKS}`]: done,
    [`PUT ${BLOCKS}`]: done,
  });
  show();
  await fireEvent.click(await screen.findByRole('button', { name: 'Remove Blocks WEB-3' }));
  await waitFor(() => expect(toasts.shown[0]?.text).toBe('WEB-3 is no longer linked.'));
  toasts.shown[0]!.act!.run();
  await waitFor(() => expect(changes(sent)).toEqual([`DELETE ${BLOCKS}`, `PUT ${BLOCKS}`]));
});

it('creates sub-items of an item, and issues about a task', async () => {
  serve({ ...projects, [LIST]: none });
  show();
  await fireEvent.click(screen.getByRole('button', { name: 'New sub-item' }));
  expect(overlays.creating).toMatchObject({ kind: 'task', parent: 'WEB-1' });
  await fireEvent.click(screen.getByRole('button', { name: 'New issue about this' }));
  expect(overlays.creating).toMatchObject({ kind: 'issue', task: 'WEB-1' });
});

it('adds the relation to an item that is searched for, never to the item itself', async () => {
  const sent = serve({
    ...projects,
    [LIST]: none,
    'GET /api/work-items': page([work(), work({ key: 'WEB-3', title: 'Ship' })]),
    'PUT /api/work-items/WEB-1/links/blocked-by/WEB-3': done,
  });
  show();
  await fireEvent.click(screen.getByRole('button', { name: 'Add relation' }));
  const search = await screen.findByRole('combobox', { name: 'Key or words of the title' });
  await fireEvent.input(search, { target: { value: 'ship' } });
  const option = await found('Ship');
  expect(screen.queryByText('Speed up the start')).toBeNull();
  await fireEvent.click(option);
  await waitFor(() => expect(toasts.shown[0]?.text).toBe('WEB-3 is linked.'));
  expect(changes(sent)).toEqual(['PUT /api/work-items/WEB-1/links/blocked-by/WEB-3']);
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add relation' })),
  );
});

it('offers to be about a task only to an issue, and shows a refusal with the choice kept', async () => {
  serve({
    ...projects,
    [LIST]: none,
    'GET /api/work-items': page([work({ key: 'WEB-3', title: 'Ship' })]),
    'PATCH /api/work-items/WEB-1': refuse(409, 'unknown-reason'),
  });
  show({ item: work({ kind: 'issue' }) });
  await fireEvent.click(screen.getByRole('button', { name: 'Add relation' }));
  const kind = await screen.findByLabelText<HTMLSelectElement>('Relation');
  expect(kind.value).toBe('task');
  expect([...kind.options].map(({ text }) => text)).not.toContain('Issues');
  const search = await screen.findByRole('combobox', { name: 'Key or words of the title' });
  await fireEvent.input(search, { target: { value: 'ship' } });
  await found('Ship');
  await fireEvent.keyDown(search, { key: 'Enter' });
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'WEB-3 Ship' })).toBeTruthy();
});
