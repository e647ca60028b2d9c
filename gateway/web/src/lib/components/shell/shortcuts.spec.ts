import { describe, expect, it } from 'vitest';
import { actionOf } from './shortcuts';

const press = (key: string, more: object = {}) => ({
  key,
  code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('a key press', () => {
  it('opens the palette with Ctrl K even while typing', () => {
    expect(actionOf(press('k', { ctrlKey: true }), true, false)).toBe('palette');
  });
  it('does nothing else while typing', () => {
    expect(actionOf(press('c'), true, false)).toBeNull();
  });
  it('creates with c, also on a Korean keyboard', () => {
    expect(actionOf(press('c'), false, false)).toBe('create');
    expect(actionOf(press('ㅊ', { code: 'KeyC' }), false, false)).toBe('create');
  });
  it('opens a page with g and a second key', () => {
    expect(actionOf(press('g'), false, false)).toBe('second');
    expect(actionOf(press('d'), false, true)).toEqual({ go: '/dashboard' });
    expect(actionOf(press('z'), false, true)).toBeNull();
    expect(actionOf(press('i'), false, true)).toEqual({ go: '/items' });
  });
  it('goes to a main page with its number', () => {
    expect(actionOf(press('4'), false, false)).toEqual({ go: '/dashboard' });
    expect(actionOf(press('4'), true, false)).toBeNull();
    expect(actionOf(press('5'), false, false)).toBeNull();
  });
  it('presses the button that the page marks', () => {
    expect(actionOf(press('e'), false, false)).toEqual({ press: 'E' });
  });
  it('leaves the browser its own shortcuts', () => {
    expect(actionOf(press('c', { ctrlKey: true }), false, false)).toBeNull();
  });
});
