import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { ada, work } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import { session } from '#lib/api/session.svelte.ts';
import type { Comment } from '#lib/api/types.ts';
import { confirmation } from '#lib/components/ui/confirm.svelte.ts';
import { drafts } from '#lib/components/ui/drafts.ts';
import { menus } from '#lib/components/ui/menus.svelte.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, done, page, refuse, serve, type Sent } from '#lib/testing/server.ts';
import Comments from './Comments.svelte';
import DescriptionEdit from './DescriptionEdit.svelte';
import { ItemEditor } from './item-editor.svelte.ts';

const LIST = 'GET /api/work-items/WEB-1/comments';
const ADD = 'POST /api/work-items/WEB-1/comments';
const ONE = '/api/work-items/WEB-1/comments/c1';
const comment = (as: Partial<Comment> = {}): Comment => ({
  id: 'c1',
  author: 'ada',
  at: '2026-11-22T09:00:00Z',
  text: 'It is the cache.',
  edits: 0,
  editedAt: null,
  editedBy: null,
  removed: false,
  version: 0,
  ...as,
});

beforeEach(async () => {
  await i18n.use('en');
  session.member = ada();
  directory.learn([ada(), ada({ id: 'lin', displayName: 'Lin' })]);
  toasts.shown = [];
  menus.close();
  confirmation.close();
});

const show = (readonly = false) => draw(Comments, { item: work(), at: null, readonly });
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Write a comment/ });
const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Comment' });
const keysOf = (sent: Sent[]) =>
  sent.filter(({ call }) => call === ADD).map(({ headers }) => headers.get('Idempotency-Key'));
const pick = (key: string) => menus.current!.choices.find((choice) => choice.key === key)!.onpick();

it('adds a comment with Ctrl+Enter, and empties the field and its draft', async () => {
  const sent = serve({ [LIST]: page([]), [ADD]: done });
  show();
  expect(await screen.findByText('No comments yet.')).toBeTruthy();
  expect(button().disabled).toBe(true);
  await fireEvent.input(field(), { target: { value: ' Found it. ' } });
  await waitFor(() => expect(drafts.take('comment:WEB-1')?.values).toEqual({ text: ' Found it. ' }));
  await fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(field().value).toBe(''));
  expect(changes(sent)).toEqual([`${ADD} {"text":"Found it."}`]);
  expect(drafts.take('comment:WEB-1')).toBeNull();
});

it('keeps a comment whose answer was lost, and sends it again under the same key', async () => {
  let lost = true;
  const sent = serve({ [LIST]: page([]), [ADD]: () => (lost ? refuse(503, 'unavailable') : done()) });
  show();
  await fireEvent.input(field(), { target: { value: 'Found it.' } });
  await fireEvent.click(button());
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(field().value).toBe('Found it.');
  lost = false;
  await fireEvent.click(button());
  await waitFor(() => expect(field().value).toBe(''));
  expect(new Set(keysOf(sent)).size).toBe(1);
});

it('restores a comment that was not sent, and discards it on request', async () => {
  drafts.keep('comment:WEB-1', { text: 'Half a thou' });
  serve({ [LIST]: page([]) });
  show();
  expect(field().value).toBe('Half a thou');
  await fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect([field().value, drafts.take('comment:WEB-1')]).toEqual(['', null]);
});

it('leaves out removed comments, marks edited ones and loads more', async () => {
  serve({
    [LIST]: ({ query }) =>
      query['cursor'] === undefined
        ? page([comment({ edits: 2 }), comment({ id: 'c2', removed: true, text: null })], 'c2')
        : page([comment({ id: 'c3', author: 'lin', text: 'Thanks.' })]),
  });
  show(true);
  await fireEvent.click(await screen.findByRole('button', { name: 'Load more' }));
  await screen.findByText('Thanks.');
  const rows = screen.getAllByRole('listitem').map(textOf);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain('edited');
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('offers to edit one’s own comments, and an administrator all of them', async () => {
  serve({ [LIST]: page([comment(), comment({ id: 'c2', author: 'lin' })]) });
  const view = show();
  const menusShown = () => screen.queryAllByRole('button', { name: /^Comment by/ }).length;
  await waitFor(() => expect(menusShown()).toBe(1));
  session.member = ada({ role: 'ADMIN' });
  await waitFor(() => expect(menusShown()).toBe(2));
  await view.rerender({ item: work(), at: null, readonly: true });
  expect(menusShown()).toBe(0);
});

it('edits a comment in place, which Escape keeps as a draft and Cancel discards', async () => {
  const sent = serve({ [LIST]: page([comment()]), [`PATCH ${ONE}`]: done });
  show();
  await fireEvent.click(await screen.findByRole('button', { name: 'Comment by Ada' }));
  pick('edit');
  let edit = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
  await fireEvent.input(edit, { target: { value: ' ' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Required.');
  await fireEvent.input(edit, { target: { value: 'It was the cache.' } });
  await fireEvent.keyDown(edit, { key: 'Escape' });
  pick('edit');
  edit = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
  expect(edit.value).toBe('It was the cache.');
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  pick('edit');
  edit = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
  expect(edit.value).toBe('It is the cache.');
  await fireEvent.input(edit, { target: { value: 'Solved.' } });
  await fireEvent.keyDown(edit, { key: 'Enter', metaKey: true });
  await waitFor(() => expect(changes(sent)).toEqual([`PATCH ${ONE} {"text":"Solved."}`]));
});

it('removes a comment only after a confirmation, and shows why it could not', async () => {
  const sent = serve({ [LIST]: page([comment()]), [`DELETE ${ONE}`]: refuse(403, 'forbidden') });
  show();
  await fireEvent.click(await screen.findByRole('button', { name: 'Comment by Ada' }));
  pick('remove');
  expect(confirmation.question?.title).toBe('Delete this comment?');
  expect(changes(sent)).toEqual([]);
  confirmation.question!.onconfirm();
  await waitFor(() => expect(toasts.shown).toMatchObject([{ bad: true }]));
  expect(changes(sent)).toEqual([`DELETE ${ONE}`]);
});

it('previews a description, and saves an emptied one as none', async () => {
  const sent = serve({ 'PATCH /api/work-items/WEB-1': work() });
  const item = work({ description: 'Old' });
  draw(DescriptionEdit, { item, editor: new ItemEditor(() => item), readonly: false });
  await fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  const edit = screen.getByRole('textbox', { name: 'Description' });
  expect(document.activeElement).toBe(edit);
  await fireEvent.input(edit, { target: { value: '**Bold**' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Preview' }));
  expect((await screen.findByText('Bold')).tagName).toBe('STRONG');
  await fireEvent.click(screen.getByRole('button', { name: 'Write' }));
  await fireEvent.input(screen.getByRole('textbox', { name: 'Description' }), { target: { value: '' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(changes(sent)).toEqual(['PATCH /api/work-items/WEB-1 {"description":null}']));
});
