import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { ada, work } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import type { Item } from '#lib/api/types.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, refuse, serve } from '#lib/testing/server.ts';
import ConflictDialog from './ConflictDialog.svelte';
import { fieldName, fieldValue } from './field-value.ts';
import { ItemEditor } from './item-editor.svelte.ts';
import Labels from './Labels.svelte';
import ResolveItem from './ResolveItem.svelte';
import TextProperty from './TextProperty.svelte';
import TitleEdit from './TitleEdit.svelte';

const PATCH = 'PATCH /api/work-items/WEB-1';
let item: Item;

beforeEach(async () => {
  await i18n.use('en');
  item = work({ title: 'Before', version: 3 });
  toasts.shown = [];
  directory.learn([ada()]);
});

/** Somebody else saves “Theirs” as version 4 first. */
function conflicting() {
  return serve({
    [PATCH]: ({ headers, body }) =>
      headers.get('If-Match') === '"4"' ? work({ ...(body as object), version: 5 }) : refuse(412, 'stale'),
    'GET /api/work-items/WEB-1': work({ title: 'Theirs', version: 4 }),
  });
}

it('compares both values if somebody else was first, and saves one’s own over the newer version', async () => {
  const sent = conflicting();
  const editor = new ItemEditor(() => item);
  await editor.save({ title: 'Mine' });
  expect(editor.conflict).toMatchObject({ field: 'title', mine: 'Mine', fresh: { title: 'Theirs' } });
  await editor.useMine();
  expect([editor.conflict, editor.saving, toasts.shown]).toEqual([null, false, []]);
  expect(sent.at(-1)).toMatchObject({ body: { title: 'Mine' } });
  expect(sent.filter(({ call }) => call === PATCH).map(({ headers }) => headers.get('If-Match'))).toEqual([
    '"3"',
    '"4"',
  ]);
});

it('keeps the other value without another request', async () => {
  const sent = conflicting();
  const editor = new ItemEditor(() => item);
  await editor.save({ title: 'Mine' });
  const before = sent.length;
  const { conflict } = editor;
  draw(ConflictDialog, { editor, conflict: conflict! });
  expect(textOf(screen.getByRole('dialog'))).toMatch(
    /“title” was changed.*Saved value ?Theirs ?Your value ?Mine/,
  );
  await fireEvent.click(screen.getByRole('button', { name: 'Keep saved value' }));
  expect([editor.conflict, sent.length]).toEqual([null, before]);
});

it('shows any other refusal as a message, and is ready for the next change', async () => {
  serve({ [PATCH]: refuse(403, 'forbidden') });
  const editor = new ItemEditor(() => item);
  await editor.save({ title: 'Mine' });
  expect(toasts.shown).toMatchObject([{ bad: true }]);
  expect([editor.conflict, editor.saving]).toEqual([null, false]);
});

it('bases a change on the item as it was when editing began', async () => {
  const sent = serve({ [PATCH]: work({ version: 9 }) });
  const editor = new ItemEditor(() => item);
  const base = item;
  item = { ...item, version: 8 };
  await editor.save({ title: 'Mine' }, base);
  expect(sent[0]!.headers.get('If-Match')).toBe('"3"');
});

it.each<[string, unknown, string]>([
  ['assignee', 'ada', 'Ada'],
  ['assignee', null, 'None'],
  ['status', 'To do', 'To do'],
  ['priority', 'URGENT', 'Urgent'],
  ['severity', 'MINOR', 'Minor'],
  ['dueOn', '2024-03-01', 'Mar 1, 2024'],
  ['estimateHours', 1, '1 hour'],
  ['kind', 'issue', 'Issue'],
  ['resolution', "Won't do", 'Won’t do'],
  ['labels', ['slow', 'start'], 'slow, start'],
  ['labels', [], 'None'],
  ['points', 2.125, '2.13'],
  ['impact', '3 - Low', '3 - Low'],
])('says %s %j as “%s”', (field, value, words) => {
  expect(fieldValue(field, value)).toBe(words);
});

it('has words for known fields, and another tracker’s names as words', async () => {
  await i18n.use('ko');
  expect([fieldName('dueOn'), fieldName('closed_code')]).toEqual(['기한', 'closed code']);
  expect(fieldValue('priority', 'HIGH')).toBe(i18n.t.priority.HIGH);
});

it('edits a title in place: an empty one is refused, Escape leaves it, and the focus returns', async () => {
  const sent = serve({ [PATCH]: work({ title: 'After' }) });
  draw(TitleEdit, { item, editor: new ItemEditor(() => item), readonly: false });
  await fireEvent.click(screen.getByRole('button', { name: /Before/ }));
  let field = screen.getByRole('textbox', { name: 'Title' });
  expect(document.activeElement).toBe(field);
  await fireEvent.input(field, { target: { value: '  ' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const error = document.getElementById(field.getAttribute('aria-describedby')!);
  expect(error?.textContent).toBe('A title has 1 to 500 characters.');
  await fireEvent.keyDown(field, { key: 'Escape' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /Before/ })));

  await fireEvent.click(screen.getByRole('button', { name: /Before/ }));
  await fireEvent.click(screen.getByRole('button', { name: 'Save' })); // unchanged
  expect(sent).toEqual([]);
  await fireEvent.click(await screen.findByRole('button', { name: /Before/ }));
  field = screen.getByRole('textbox', { name: 'Title' });
  await fireEvent.input(field, { target: { value: ' After ' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ title: 'After' }]));
});

it('keeps the typed title open with the refusal if it cannot be saved', async () => {
  serve({ [PATCH]: refuse(503, 'unavailable') });
  draw(TitleEdit, { item, editor: new ItemEditor(() => item), readonly: false });
  await fireEvent.click(screen.getByRole('button', { name: /Before/ }));
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' });
  await fireEvent.input(field, { target: { value: 'After' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  expect(field.value).toBe('After');
});

it('shows the title of the past as plain text', () => {
  draw(TitleEdit, { item, editor: new ItemEditor(() => item), readonly: true });
  expect(screen.getByRole('heading').textContent.trim()).toBe('Before');
  expect(screen.queryByRole('button')).toBeNull();
});

it('saves a property when it is left or on Enter, and undoes typing on Escape', async () => {
  const onsave = vi.fn();
  draw(TextProperty, { name: 'Parent', value: 'WEB-2', readonly: false, onsave });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Parent' });
  field.focus();
  field.value = 'WEB-3';
  await fireEvent.keyDown(field, { key: 'Escape' });
  expect(field.value).toBe('WEB-2');
  await fireEvent.change(field, { target: { value: ' WEB-2 ' } });
  expect(onsave).not.toHaveBeenCalled();
  await fireEvent.keyDown(field, { key: 'Enter' });
  expect(document.activeElement).not.toBe(field);
  await fireEvent.change(field, { target: { value: ' WEB-4 ' } });
  expect(onsave.mock.calls).toEqual([['WEB-4']]);
});

it('adds a label once, on Enter or when the field is left, and removes one', async () => {
  const onsave = vi.fn();
  draw(Labels, { item: work({ labels: ['slow'] }), readonly: false, onsave });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Add a label' });
  for (const label of ['slow', ' ', ' start ']) {
    await fireEvent.input(field, { target: { value: label } });
    await fireEvent.keyDown(field, { key: 'Enter' });
  }
  await fireEvent.input(field, { target: { value: 'ci' } });
  await fireEvent.blur(field);
  await fireEvent.click(screen.getByRole('button', { name: 'Remove the label slow' }));
  expect(onsave.mock.calls).toEqual([[['slow', 'start']], [['slow', 'ci']], [[]]]);
  expect(field.value).toBe('');
});

it('saves how an issue was resolved, or leaves it open', async () => {
  const sent = serve({ 'PATCH /api/work-items/WEB-1': work({ resolution: 'Fixed' }) });
  draw(ResolveItem, { item: work({ kind: 'issue' }) });
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(changes(sent)).toEqual([]);
  await fireEvent.input(screen.getByRole('combobox'), { target: { value: 'fixed ' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(changes(sent)).toEqual(['PATCH /api/work-items/WEB-1 {"resolution":"Fixed"}']));
});
