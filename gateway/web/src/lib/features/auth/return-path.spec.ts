import { expect, it } from 'vitest';
import { returnPath } from './return-path';

it.each([
  ['/items/WEB-1?at=2026', '/items/WEB-1?at=2026'],
  [null, '/my-work'],
  ['https://elsewhere.example', '/my-work'],
  ['//elsewhere.example', '/my-work'],
  ['/\\elsewhere.example', '/my-work'],
  ['/log-in?to=/log-in', '/my-work'],
  ['/./log-in', '/my-work'],
  ['/\t/elsewhere.example', '/my-work'],
  ['/\n/elsewhere.example', '/my-work'],
  ['/\r\\elsewhere.example', '/my-work'],
  ['\t//elsewhere.example', '/my-work'],
  ['/.//elsewhere.example', '/my-work'],
  ['/x/..//elsewhere.example', '/my-work'],
  ['//elsewhere.example:x', '/my-work'],
  ['javascript:alert(1)', '/my-work'],
  ['/items?text=a%20b#comments', '/items?text=a%20b#comments'],
])('%s leads to %s', (wanted, path) => {
  expect(returnPath(wanted)).toBe(path);
});
