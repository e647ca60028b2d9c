import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ada } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import { session } from '#lib/api/session.svelte.ts';
import type { Comment, Item } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import CommentView from './CommentView.svelte';
import DescriptionEdit from './DescriptionEdit.svelte';
import type { ItemEditor } from './item-editor.svelte.ts';

const me = ada({ role: 'ADMIN' });
const item = { kind: 'task', key: 'WEB-1', description: '- [ ] one\n- [x] two', version: 3 } as Item;
const comment = (author: string): Comment => ({
  id: 'c',
  author,
  at: '2026-11-22T09:00:00Z',
  text: '- [ ] three',
  edits: 0,
  editedAt: null,
  editedBy: null,
  removed: false,
  version: 0,
});
const requests: string[] = [];

beforeEach(async () => {
  await i18n.use('en');
  requests.length = 0;
  session.member = me;
  directory.learn([me, { ...me, id: 'lin', displayName: 'Lin' }]);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`);
    return new Response(JSON.stringify({ reason: 'forbidden', detail: 'No.' }), { status: 403 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  session.member = null;
});

const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name });

it('ticks a box of the description in place, and keeps the focus on it', async () => {
  const save = vi.fn();
  const view = render(DescriptionEdit, { item, editor: { save } as unknown as ItemEditor, readonly: false });
  const one = await box('one');
  one.focus();
  await fireEvent.click(one);
  await waitFor(() => expect(save).toHaveBeenCalledWith({ description: '- [x] one\n- [x] two' }));
  await view.rerender({ item: { ...item, description: '- [x] one\n- [x] two' } });
  const drawnAnew = await box('one');
  expect(drawnAnew).not.toBe(one);
  expect([drawnAnew.checked, document.activeElement]).toEqual([true, drawnAnew]);
});

it('leaves the boxes of an item of the past as they were', async () => {
  render(DescriptionEdit, { item, editor: {} as ItemEditor, readonly: true });
  expect((await box('two')).disabled).toBe(true);
});

it('ticks a box of the member’s own comment, and unticks it if the server refuses', async () => {
  render(CommentView, { item, comment: comment('ada'), readonly: false });
  await fireEvent.click(await box('three'));
  await waitFor(() =>
    expect(requests).toEqual(['PATCH /api/work-items/WEB-1/comments/c {"text":"- [x] three"}']),
  );
  await waitFor(async () => expect((await box('three')).checked).toBe(false));
});

it('ticks no box of somebody else’s comment', async () => {
  render(CommentView, { item, comment: comment('lin'), readonly: false });
  expect((await box('three')).disabled).toBe(true);
});
