import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connection } from '#lib/api/connection.svelte.ts';
import { ada, work } from '#lib/api/examples.ts';
import { session } from '#lib/api/session.svelte.ts';
import type { Role } from '#lib/api/types.ts';
import { confirmation } from '#lib/components/ui/confirm.svelte.ts';
import { menus } from '#lib/components/ui/menus.svelte.ts';
import { help } from '#lib/i18n/help.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { beforeNavigate, goto } from '#lib/testing/navigation.ts';
import { page as list, serve } from '#lib/testing/server.ts';
import { page } from '#lib/testing/state.ts';
import { askBeforeLeaving } from './ask-before-leaving.ts';
import './Help.svelte'; // preloaded, so that no test waits for it
import { overlays } from './overlays.svelte.ts';
import './Palette.svelte';
import Shell from './Shell.svelte';

const onlogout = vi.fn();
const content = '<div><input data-list-search><button aria-keyshortcuts="E">Edit</button></div>';
const children = createRawSnippet(() => ({ render: () => content }));

beforeEach(async () => {
  await i18n.use('en');
  session.member = ada();
  page.url = new URL('http://localhost/items');
  page.params = {};
  overlays.clear();
  menus.close();
  confirmation.close();
  connection.state = 'fine';
  goto.mockClear();
  onlogout.mockClear();
});

const show = () => draw(Shell, { onlogout, children });
const press = (key: string, more: KeyboardEventInit = {}, on: Element = document.body) =>
  fireEvent.keyDown(on, { key, code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : '', ...more });
const navigation = () => screen.getAllByRole('navigation', { name: 'Main navigation' })[0]!;

it.each<[Role, string[]]>([
  ['MEMBER', []],
  ['MANAGER', ['Import']],
  ['ADMIN', ['Import', 'Administration']],
])('shows a %s the pages of that role', (role, manage) => {
  session.member = ada({ role });
  show();
  const links = within(navigation()).getAllByRole('link').map(textOf);
  expect(links.slice(0, 4)).toEqual(['My work', 'Tasks and issues', 'Board', 'Dashboard']);
  expect(links.slice(8)).toEqual(manage);
  expect(within(navigation()).getByRole('link', { current: 'page' }).textContent.trim()).toBe(
    'Tasks and issues',
  );
});

it('leads from the page of an item back to the list', () => {
  page.url = new URL('http://localhost/items/WEB-1');
  page.params = { key: 'WEB-1' };
  show();
  const banner = screen.getByRole('banner');
  expect(textOf(banner)).toMatch(/^Tasks and issues \/ ?WEB-1/);
  expect(within(banner).getByRole('link').getAttribute('href')).toBe('/items');
});

it.each([
  ['offline', 'No connection. Retrying…'],
  ['starting', 'The service is not ready yet. Retrying…'],
] as const)('says that the server is %s, politely', (state, sentence) => {
  connection.state = state;
  show();
  expect(screen.getByText(sentence).parentElement?.getAttribute('aria-live')).toBe('polite');
});

it('goes where the keys say, unless the member is typing', async () => {
  show();
  await press('g');
  await press('d');
  await press('2');
  await press('3', {}, document.querySelector('input')!);
  expect(goto.mock.calls).toEqual([['/dashboard'], ['/items']]);
});

it('goes to the work of the member’s team', async () => {
  serve({ 'GET /api/teams': list([{ id: 't1', name: 'Orion', mine: true }]) });
  show();
  await press('g');
  await press('w');
  await waitFor(() => expect(goto.mock.calls).toEqual([['/items?team=t1']]));
});

it('creates, searches the list, edits the title and shows the help by keys', async () => {
  show();
  const edit = vi.fn();
  screen.getByRole('button', { name: 'Edit' }).addEventListener('click', edit);
  await press('e');
  expect(edit).toHaveBeenCalledOnce();
  await press('/');
  expect(document.activeElement?.hasAttribute('data-list-search')).toBe(true);
  (document.activeElement as HTMLElement).blur();
  await press('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(dialog).getAllByRole('term')).toHaveLength(Object.keys(help.en).length - 2);
  overlays.help = false;
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await press('i');
  expect(overlays.creating).toEqual({ kind: 'issue' });
});

it('starts new work with what the page is about', async () => {
  show();
  const view = draw(
    function Page() {
      overlays.suggest(() => ({ project: 'WEB' }));
    } as never,
    {},
  );
  await fireEvent.click(screen.getByRole('button', { name: 'New task' }));
  expect(overlays.creating).toEqual({ kind: 'task', project: 'WEB' });
  overlays.create({ kind: 'issue', project: 'OPS' });
  expect(overlays.creating).toEqual({ kind: 'issue', project: 'OPS' });
  view.unmount();
  overlays.create();
  expect(overlays.creating).toEqual({ kind: 'task' });
});

it('finds pages, actions and work in one list, and runs the chosen one', async () => {
  serve({ 'GET /api/work-items': list([work({ title: 'Boards of oak' })]) });
  show();
  await press('k', { ctrlKey: true });
  const field = await screen.findByRole('combobox', { name: 'Search or jump to…' });
  await fireEvent.input(field, { target: { value: 'board' } });
  expect(await screen.findByText('Boards of oak')).toBeTruthy();
  const options = () => screen.getAllByRole('option').map(textOf);
  expect(options()).toEqual(['Board', 'Dashboard', 'Keyboard shortcuts', 'WEB-1 Boards of oak']);
  for (let n = 0; n < 9; n++) await press('ArrowDown', {}, field);
  expect(textOf(screen.getByRole('option', { selected: true }))).toBe('WEB-1 Boards of oak');
  await press('Enter', {}, field);
  expect([goto.mock.calls, overlays.palette]).toEqual([[['/items/WEB-1']], false]);
});

it('says that nothing matches, and changes the language and the theme', async () => {
  serve({});
  show();
  await press('k', { metaKey: true });
  const field = await screen.findByRole('combobox', { name: 'Search or jump to…' });
  await fireEvent.input(field, { target: { value: 'zzz' } });
  expect((await screen.findByText('Nothing matches')).getAttribute('role')).toBe('status');
  await fireEvent.input(field, { target: { value: '한국어' } });
  await press('Enter', {}, field);
  await waitFor(() => expect(document.documentElement.lang).toBe('ko'));
  expect(screen.getAllByText('내 일감').length).toBeGreaterThan(0);
});

it('has the member’s name, address and role in the user menu, and logs out there', async () => {
  session.member = ada({ role: 'MANAGER', email: 'ada@example.com' });
  show();
  await fireEvent.click(screen.getByRole('button', { name: 'Your account: Ada' }));
  const pick = (key: string) => menus.current!.choices.find((choice) => choice.key === key)!.onpick();
  pick('settings');
  expect(goto).toHaveBeenCalledWith('/settings/profile');
  pick('keys');
  expect(overlays.help).toBe(true);
  pick('out');
  expect(onlogout).toHaveBeenCalledOnce();
});

describe('leaving a page with unsaved input', () => {
  let unsaved = true;
  const cancel = vi.fn();

  /** Leaves the page in one of the browser's ways. */
  function leave(how: object = {}) {
    const to = { url: new URL('http://localhost/board'), route: { id: '/(in)/board' } };
    beforeNavigate.mock.calls.at(-1)![0]({ cancel, to, type: 'link', ...how });
  }
  beforeEach(() => {
    unsaved = true;
    cancel.mockClear();
    askBeforeLeaving(() => unsaved);
  });

  it('asks first, and goes on once the member is sure', () => {
    leave();
    expect(cancel).toHaveBeenCalledOnce();
    expect(goto).not.toHaveBeenCalled();
    confirmation.question!.onconfirm();
    expect(goto.mock.calls.map(([to]) => String(to))).toEqual(['http://localhost/board']);
    leave();
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('goes back in the history if that was the way', () => {
    const go = vi.spyOn(history, 'go').mockImplementation(() => {});
    leave({ type: 'popstate', delta: -2 });
    confirmation.question!.onconfirm();
    expect(go).toHaveBeenCalledWith(-2);
    go.mockRestore();
  });

  it('leaves the question to the browser if the tab is closed', () => {
    leave({ type: 'leave', to: null });
    expect([cancel.mock.calls.length, confirmation.question]).toEqual([1, null]);
  });

  it('asks neither without unsaved input nor at the end of a session', () => {
    unsaved = false;
    leave();
    unsaved = true;
    leave({ to: { url: new URL('http://localhost/log-in'), route: { id: '/(out)/log-in' } } });
    expect([cancel.mock.calls.length, confirmation.question]).toEqual([0, null]);
  });
});
