import { expect, it } from 'vitest';
import { hueOf, initials } from './face';

it.each([
  ['김서연', '서연'],
  ['남궁민', '궁민'],
  ['이산', '이산'],
  ['Seoyeon Kim', 'SK'],
  ['opener-8', 'O8'],
  ['Ada', 'A'],
  ['', '?'],
])('%s is drawn as %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it('gives a person the same colour each time', () => {
  expect(hueOf('a')).toBe(hueOf('a'));
  expect(hueOf('0198-ada')).toBeLessThan(7);
});
