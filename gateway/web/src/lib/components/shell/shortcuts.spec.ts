import { describe, expect, it } from 'vitest';
import { wishOf } from './shortcuts';

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
    expect(wishOf(press('k', { ctrlKey: true }), true, false)).toBe('palette');
  });
  it('means nothing else while typing', () => {
    expect(wishOf(press('c'), true, false)).toBeNull();
  });
  it('creates with c, also on a Korean keyboard', () => {
    expect(wishOf(press('c'), false, false)).toBe('create');
    expect(wishOf(press('ㅊ', { code: 'KeyC' }), false, false)).toBe('create');
  });
  it('goes somewhere with g and a second key', () => {
    expect(wishOf(press('g'), false, false)).toBe('second');
    expect(wishOf(press('d'), false, true)).toEqual({ go: '/dashboard' });
    expect(wishOf(press('z'), false, true)).toBeNull();
    expect(wishOf(press('i'), false, true)).toEqual({ go: '/items' });
  });
  it('goes to a main page with its number', () => {
    expect(wishOf(press('4'), false, false)).toEqual({ go: '/dashboard' });
    expect(wishOf(press('4'), true, false)).toBeNull();
    expect(wishOf(press('5'), false, false)).toBeNull();
  });
  it('presses what the page marks', () => {
    expect(wishOf(press('e'), false, false)).toEqual({ press: 'E' });
  });
  it('leaves the browser its own shortcuts', () => {
    expect(wishOf(press('c', { ctrlKey: true }), false, false)).toBeNull();
  });
});
