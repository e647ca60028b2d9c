import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Refused } from '#lib/api/http.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { loadRefusals } from '#lib/i18n/refusals/say.ts';
import { textOf } from '#lib/testing/draw.ts';
import Confirm from './Confirm.svelte';
import { confirmation } from './confirm.svelte.ts';
import Dialog from './Dialog.svelte';
import Failure from './Failure.svelte';
import Field from './Field.svelte';
import FileField from './FileField.svelte';
import MenuHost from './MenuHost.svelte';
import { menus, type Choice } from './menus.svelte.ts';
import Secret from './Secret.svelte';
import { theme } from './theme.svelte.ts';
import Toasts from './Toasts.svelte';
import { toasts } from './toasts.svelte.ts';
import { typeAhead } from './type-ahead.ts';

const html = (text: string) => createRawSnippet(() => ({ render: () => text }));

beforeEach(async () => {
  await i18n.use('en');
  toasts.shown = [];
});
afterEach(() => {
  cleanup();
  menus.close();
  document.body.replaceChildren(); // the buttons that opened a menu
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('confirms an action once, and closes before the action starts', async () => {
  const onconfirm = vi.fn(() => expect(confirmation.question).toBeNull());
  const question = { title: 'Delete WEB-1?', hint: 'You can restore it.', act: 'Delete', onconfirm };
  confirmation.ask(question);
  render(Confirm, { question });
  const dialog = screen.getByRole('dialog', { name: 'Delete WEB-1?' });
  expect(textOf(dialog)).toContain('You can restore it.');
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(onconfirm).toHaveBeenCalledOnce();
});

it.each(['Cancel', 'Close'])('does nothing on %s', async (name) => {
  const onconfirm = vi.fn();
  const question = { title: 'Delete?', hint: '', act: 'Delete', onconfirm };
  confirmation.ask(question);
  render(Confirm, { question });
  await fireEvent.click(screen.getByRole('button', { name }));
  expect(confirmation.question).toBeNull();
  expect(onconfirm).not.toHaveBeenCalled();
});

it('puts the cursor into a dialog’s first usable field, with what was typed while it loaded', async () => {
  typeAhead.begin(0);
  typeAhead.takes({ key: 'w', timeStamp: 1, ctrlKey: false, metaKey: false, altKey: false });
  const children = html(
    '<div><input disabled><input readonly><input type="checkbox"><input name="it"></div>',
  );
  render(Dialog, { open: true, title: 'New', children });
  const field = document.querySelector<HTMLInputElement>('[name=it]')!;
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.value).toBe('w');
});

const menu = (choices: Choice[]) => {
  const anchor = document.body.appendChild(document.createElement('button'));
  const open = { anchor, label: 'Status', choices };
  menus.open(open);
  render(MenuHost, { menu: open });
  return anchor;
};

it('chooses a value of a menu by its number, and starts at the chosen one', async () => {
  const picked = vi.fn();
  menu(
    ['To do', 'Done'].map((label) => ({
      key: label,
      label,
      checked: label === 'Done',
      onpick: () => picked(label),
    })),
  );
  const chosen = await screen.findByRole('menuitemradio', { name: /Done/ });
  await waitFor(() => expect(document.activeElement).toBe(chosen));
  expect(chosen.getAttribute('aria-checked')).toBe('true');
  await fireEvent.keyDown(chosen, { key: '3' });
  expect(picked).not.toHaveBeenCalled();
  await fireEvent.keyDown(chosen, { key: '1' });
  expect(picked.mock.calls).toEqual([['To do']]);
  expect(menus.current).toBeNull();
});

it('gives actions no number, and groups values under their name', async () => {
  const picked = vi.fn();
  menu([
    { key: 'm', label: 'Member', checked: true, oneOf: 'Role', onpick: picked },
    { key: 'a', label: 'Administrator', checked: false, oneOf: 'Role', onpick: picked },
    { key: 'x', label: 'Erase', danger: true, opensDialog: true, onpick: picked },
  ]);
  const group = await screen.findByRole('group', { name: 'Role' });
  expect(within(group).getAllByRole('menuitemradio')).toHaveLength(2);
  const erase = screen.getByRole('menuitem', { name: 'Erase' });
  expect(erase.getAttribute('aria-haspopup')).toBe('dialog');
  await fireEvent.keyDown(erase, { key: '1' });
  expect(picked).not.toHaveBeenCalled();
});

it('shows at most three messages, and one with an undo button twice as long', async () => {
  vi.useFakeTimers();
  render(Toasts);
  for (const text of ['One', 'Two', 'Three']) toasts.info(text);
  const run = vi.fn();
  toasts.info('WEB-1 is deleted.', { label: 'Undo', run });
  const texts = () => toasts.shown.map(({ text }) => text);
  expect(texts()).toEqual(['Two', 'Three', 'WEB-1 is deleted.']);
  vi.advanceTimersByTime(4_000);
  expect(texts()).toEqual(['WEB-1 is deleted.']);
  await vi.advanceTimersByTimeAsync(0);
  await fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(run).toHaveBeenCalledOnce();
  expect(texts()).toEqual([]);
  toasts.error('No.');
  await vi.advanceTimersByTimeAsync(0);
  expect(screen.getByRole('alert').textContent).toContain('No.');
});

it('copies a secret, or selects it where the clipboard is not available', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  render(Secret, { label: 'Token', value: 'ilgam_secret', copyLabel: 'Copy' });
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Token' });
  await fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(toasts.shown.map(({ text }) => text)).toEqual(['Copied.']));
  expect(writeText).toHaveBeenCalledWith('ilgam_secret');
  vi.stubGlobal('navigator', {});
  await fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect([field.selectionStart, field.selectionEnd]).toEqual([0, 12]));
  expect(toasts.shown).toHaveLength(1);
});

it('describes a field by its error before its hint, and marks it invalid', () => {
  const children = createRawSnippet<[{ id: string; 'aria-describedby'?: string; 'aria-invalid'?: string }]>(
    (wiring) => ({
      render: () => '<input>',
      setup: (input) => {
        for (const [name, value] of Object.entries(wiring())) if (value) input.setAttribute(name, value);
      },
    }),
  );
  render(Field, {
    label: 'Key',
    hint: 'Two letters or more.',
    error: 'Too short.',
    optional: true,
    children,
  });
  const input = screen.getByLabelText(/Key/);
  const described = input.getAttribute('aria-describedby')!.split(' ');
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'Too short.',
    'Two letters or more.',
  ]);
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/optional/)).toBeTruthy();
});

it('takes a dropped file and shows its size; a drop of something else changes nothing', async () => {
  const file = new File(['x'.repeat(2_500_000)], 'items.csv');
  render(FileField, { label: 'Items', hint: 'CSV', accept: '.csv', file: null });
  const box = screen.getByRole('presentation');
  expect(screen.getByText('Choose a file')).toBeTruthy();
  await fireEvent.drop(box, { dataTransfer: { files: [file] } });
  expect([screen.getByText('items.csv'), screen.getByText('2.4 MB')]).toHaveLength(2);
  await fireEvent.drop(box, { dataTransfer: { files: [] } });
  expect(screen.getByText('items.csv')).toBeTruthy();
  await fireEvent.change(screen.getByLabelText('Items'), { target: { files: [new File(['a'], 'b.csv')] } });
  expect([screen.getByText('b.csv'), screen.getByText('1 kB')]).toHaveLength(2);
});

it.each([
  [403, 'You don’t have access'],
  [404, 'Nothing here'],
])('explains %i without offering another try', (status, title) => {
  render(Failure, { failure: new Refused(status, '', ''), page: true, onretry: () => {} });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
  expect(screen.queryByRole('button')).toBeNull();
});

it('names the request by which operators find a failure, once, and offers another try', async () => {
  await loadRefusals();
  const onretry = vi.fn();
  render(Failure, { failure: new Refused(500, '', '', [], 'abc123'), onretry });
  expect(textOf(screen.getByRole('alert')).match(/abc123/g)).toHaveLength(1);
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onretry).toHaveBeenCalledOnce();
});

it('remembers the theme, which the page has before its first paint', () => {
  document.documentElement.dataset['theme'] = 'dark';
  theme.start();
  theme.toggle();
  expect([
    theme.name,
    document.documentElement.dataset['theme'],
    localStorage.getItem('ilgam.theme'),
  ]).toEqual(['light', 'light', 'light']);
});
