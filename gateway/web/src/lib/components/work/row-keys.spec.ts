import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { press } from '#lib/components/ui/keys.ts';
import { keepFocusOnRows } from './focus-keeper.ts';
import { pageKeys, rowKeys } from './row-keys.ts';

const row = (key: string) =>
  `<li data-row="${key}"><a href="#${key}">${key}</a><button data-menu>…</button></li>`;
const main = () => document.querySelector('main')!;
const link = (key: string) => main().querySelector<HTMLElement>(`[data-row="${key}"] a`)!;
const menu = (key: string) => main().querySelector<HTMLElement>(`[data-row="${key}"] [data-menu]`)!;
const focused = () => document.activeElement?.textContent;

/** Presses a key where the focus is. */
const key = (init: KeyboardEventInit, does = rowKeys) =>
  press(new KeyboardEvent('keydown', { cancelable: true, ...init }), does);

beforeEach(() => {
  document.body.innerHTML = `<main><ul>${['A', 'B', 'C'].map(row).join('')}</ul></main>`;
});
afterEach(() => document.body.replaceChildren());

it('goes from row to row with the arrows and with J and K, and stops at the ends', () => {
  key({ key: 'ArrowDown' }, pageKeys);
  expect(focused()).toBe('A');
  key({ key: 'ㅓ', code: 'KeyJ' }); // J on a Korean keyboard
  expect(focused()).toBe('B');
  key({ key: 'ArrowDown' });
  key({ key: 'ArrowDown' });
  expect(focused()).toBe('C');
  key({ key: 'k', code: 'KeyK' });
  key({ key: 'ArrowUp' });
  key({ key: 'ArrowUp' });
  expect(focused()).toBe('A');
});

it('opens the menu of the focused row, and of the first row from the page', () => {
  const clicked: string[] = [];
  for (const name of ['A', 'B']) menu(name).addEventListener('click', () => clicked.push(name));
  key({ key: 's', code: 'KeyS' }, pageKeys);
  link('B').focus();
  key({ key: 's', code: 'KeyS' });
  expect(clicked).toEqual(['A', 'B']);
});

it('opens the first row with Enter from the page, but leaves Enter on a row to its link', () => {
  const opened = vi.fn();
  link('A').addEventListener('click', opened);
  key({ key: 'Enter' }, pageKeys);
  expect(opened).toHaveBeenCalledOnce();
  key({ key: 'Enter' }, rowKeys);
  expect(opened).toHaveBeenCalledOnce();
});

describe('the focus on a row in use', () => {
  let stop: () => void;
  beforeEach(() => {
    vi.useFakeTimers();
    stop = keepFocusOnRows();
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  /** Lets the observer of changes report. */
  const settle = (millis = 0) => vi.advanceTimersByTimeAsync(millis);

  it('follows the row to another place', async () => {
    link('B').focus();
    main().innerHTML = `<ul>${['A', 'C'].map(row).join('')}</ul><ol>${row('B')}</ol>`;
    await settle();
    expect(focused()).toBe('B');
  });

  it('returns to the menu button from which the row was changed', async () => {
    menu('B').focus();
    main().innerHTML = `<ul>${row('B')}</ul>`;
    await settle();
    expect(document.activeElement).toBe(menu('B'));
  });

  it('goes to the row that took its place if it does not appear again', async () => {
    link('B').focus();
    main().innerHTML = `<ul>${['A', 'C'].map(row).join('')}</ul>`;
    await settle();
    expect(document.activeElement).toBe(document.body);
    await settle(1_000);
    expect(focused()).toBe('C');
  });

  it('goes to the last row if the last one left', async () => {
    link('C').focus();
    main().innerHTML = `<ul>${['A', 'B'].map(row).join('')}</ul>`;
    await settle(1_000);
    expect(focused()).toBe('B');
  });

  it('is not taken from an open dialog, nor given back after a click elsewhere', async () => {
    link('B').focus();
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog"></div><p>Elsewhere</p>');
    main().innerHTML = `<ul>${row('B')}</ul>`;
    await settle(1_000);
    expect(document.activeElement).toBe(document.body);
    document.querySelector('[role="dialog"]')!.remove();
    await settle();
    expect(focused()).toBe('B');

    document.querySelector('p')!.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    main().innerHTML = `<ul>${row('B')}</ul>`;
    await settle(1_000);
    expect(document.activeElement).toBe(document.body);
  });

  it('is left alone on another page', async () => {
    link('B').focus();
    history.replaceState(null, '', '/elsewhere');
    main().innerHTML = `<ul>${row('B')}</ul>`;
    await settle(1_000);
    expect(document.activeElement).toBe(document.body);
    history.replaceState(null, '', '/');
  });
});
