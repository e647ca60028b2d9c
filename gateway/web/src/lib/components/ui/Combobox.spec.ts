import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { i18n } from '#lib/i18n/index.svelte.ts';
import Resolution from '../work/Resolution.svelte';
import Combobox from './Combobox.svelte';

const onpick = vi.fn<(text: string | null) => void>();
const field = () => screen.getByRole<HTMLInputElement>('combobox');
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent.trim());
const key = (name: string) => fireEvent.keyDown(field(), { key: name });
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const chosen = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '');

beforeEach(async () => {
  onpick.mockClear();
  await i18n.use('en');
});
afterEach(cleanup);

const show = (value = '') =>
  render(Combobox, { value, options: ['Done', 'Fixed', "Won't do"], onpick, 'aria-label': 'Resolution' });

it('suggests what contains the typed text, and chooses with the arrows and Enter', async () => {
  show();
  await type('DO');
  expect(options()).toEqual(['Done', "Won't do"]);
  await key('Enter'); // typing chose none
  expect(onpick).not.toHaveBeenCalled();
  await key('ArrowDown');
  await key('ArrowDown');
  await key('Enter');
  expect(onpick.mock.calls).toEqual([["Won't do"]]);
});

it('opens at the first or the last suggestion by an arrow, and stops at the ends', async () => {
  show();
  await key('ArrowDown');
  expect(chosen()?.textContent.trim()).toBe('Done');
  await key('ArrowUp');
  await key('ArrowUp');
  await key('ArrowUp');
  await key('Escape');
  await key('ArrowUp');
  expect(chosen()?.textContent.trim()).toBe("Won't do");
  await key('ArrowDown');
  await key('Enter');
  expect(onpick.mock.calls).toEqual([["Won't do"]]);
  expect(field().getAttribute('aria-expanded')).toBe('false');
});

it('closes the list with the first Escape, and undoes typing with the second', async () => {
  show('Fixed');
  await type('Do');
  await key('Escape');
  expect([field().getAttribute('aria-expanded'), field().value]).toEqual(['false', 'Do']);
  await key('Escape');
  expect(field().value).toBe('Fixed');
  await fireEvent.change(field());
  expect(onpick).not.toHaveBeenCalled();
});

it('saves other text when the field is left, without its outer spaces', async () => {
  show('Fixed');
  await type('  By hand ');
  await fireEvent.change(field());
  expect(onpick.mock.calls).toEqual([['By hand']]);
});

it('shows every suggestion for a chosen value, with that value marked', async () => {
  show('Fixed');
  await fireEvent.click(field());
  expect(options()).toEqual(['Done', 'Fixed', "Won't do"]);
  expect(screen.getByRole('option', { selected: true }).textContent.trim()).toBe('Fixed');
});

it('shows a suggested resolution in the reader’s language, and stores its one word', async () => {
  await i18n.use('ko');
  render(Resolution, { value: "Won't do", onpick });
  expect(field().value).toBe(i18n.t.resolutions["Won't do"]);
  await fireEvent.click(field());
  await fireEvent.click(screen.getByRole('option', { name: i18n.t.resolutions.Duplicate }));
  expect(onpick.mock.calls).toEqual([['Duplicate']]);
});

it('stores no resolution once its text is deleted', async () => {
  render(Resolution, { value: 'Fixed', onpick });
  await type('');
  await fireEvent.change(field());
  expect(onpick.mock.calls).toEqual([[null]]);
});
