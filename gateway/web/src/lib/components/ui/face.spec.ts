import { expect, it } from 'vitest';
import { colourOf, isColour, initials } from './face';

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
  expect(colourOf('a')).toBe(colourOf('a'));
  expect(isColour(colourOf('0198-ada'))).toBe(true);
  expect(isColour('beige')).toBe(false);
});
