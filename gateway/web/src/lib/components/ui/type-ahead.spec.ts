import { expect, it } from 'vitest';
import { typeAhead } from './type-ahead.ts';

const key = (key: string, timeStamp: number, more: object = {}) => ({
  key,
  timeStamp,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

it('puts text that was typed before a dialog was loaded into its first field', () => {
  typeAhead.begin(100);
  expect([key('d', 110), key('a', 120)].map(typeAhead.takes)).toEqual([true, true]);
  expect(typeAhead.takes(key('ArrowDown', 130))).toBe(false);
  expect(typeAhead.takes(key('c', 130, { ctrlKey: true }))).toBe(false);
  const field = document.createElement('input');
  let heard = 0;
  field.addEventListener('input', () => heard++);
  typeAhead.end(field);
  expect([field.value, heard]).toEqual(['da', 1]);
  expect(typeAhead.takes(key('s', 140))).toBe(false);
});

it('stops waiting for a dialog that does not load', () => {
  typeAhead.begin(100);
  expect(typeAhead.takes(key('d', 5_200))).toBe(false);
  typeAhead.begin(100);
  expect(typeAhead.takes(key('d', 110))).toBe(true);
  typeAhead.end(null);
  expect(typeAhead.takes(key('d', 120))).toBe(false);
});
