import { expect, it } from 'vitest';
import { filterOf, searchOf } from './security-filter.ts';

const member = '0198c6a4-0000-7000-8000-00000000000a';

it('keeps the filters in the address', () => {
  for (const filter of [
    {},
    { member },
    { what: 'log-in-failed' as const },
    { member, what: 'merged' as const },
  ])
    expect(filterOf(new URLSearchParams(searchOf(filter)))).toEqual(filter);
});

it('ignores invalid members and types', () => {
  expect(filterOf(new URLSearchParams('member=me&what=WON'))).toEqual({});
});
