import { expect, it } from 'vitest';
import { domainsIn, firstInvalidDomain } from './domains';

it('reads domains as people write them', () => {
  expect(domainsIn(' @Example.com\nexample.org, example.com;\n')).toEqual(['example.com', 'example.org']);
  expect(domainsIn('  ')).toEqual([]);
});

it.each([
  [['example.com', 'sub.example.co.kr'], undefined],
  [['example.com', 'localhost'], 'localhost'],
  [['ada@example.com'], 'ada@example.com'],
  [['-bad.com'], '-bad.com'],
  [['example..com'], 'example..com'],
])('in %j the odd one is %s', (domains, odd) => {
  expect(firstInvalidDomain(domains)).toBe(odd);
});
