import { expect, it } from 'vitest';
import { filterOf, searchOf, viewOf } from './directory';

const view = (search: string) => viewOf(new URLSearchParams(search));

it('shows active members by default', () => {
  expect(view('')).toEqual({ shelf: 'active', q: '' });
  expect(view('shelf=attic')).toEqual({ shelf: 'active', q: '' });
  expect(filterOf(view(''))).toEqual({ active: true, account: true });
  expect(searchOf(view(''))).toBe('');
});

it('finds former members with and without an account, and known persons', () => {
  expect(filterOf(view('shelf=former&q=ㄱㅌㅎ'))).toEqual({ q: 'ㄱㅌㅎ', active: false });
  expect(filterOf(view('shelf=known'))).toEqual({ active: true, account: false });
});

it('is the same after a round trip through the address', () => {
  expect(view(searchOf({ shelf: 'former', q: '김' }))).toEqual({ shelf: 'former', q: '김' });
});
