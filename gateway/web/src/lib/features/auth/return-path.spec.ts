import { expect, it } from 'vitest';
import { returnPath } from './return-path';

it.each([
  ['/items/WEB-1?at=2026', '/items/WEB-1?at=2026'],
  [null, '/my-work'],
  ['https://elsewhere.example', '/my-work'],
  ['//elsewhere.example', '/my-work'],
  ['/\\elsewhere.example', '/my-work'],
  ['/log-in?to=/log-in', '/my-work'],
])('%s leads to %s', (wanted, path) => {
  expect(returnPath(wanted)).toBe(path);
});
