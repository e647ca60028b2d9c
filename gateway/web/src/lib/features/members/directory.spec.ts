import { expect, it } from 'vitest';
import { filterOf, searchOf, viewOf } from './directory';

const view = (search: string) => viewOf(new URLSearchParams(search));

it('shows the members who work here when nothing is asked', () => {
  expect(view('')).toEqual({ shelf: 'active', q: '' });
  expect(view('shelf=attic')).toEqual({ shelf: 'active', q: '' });
  expect(filterOf(view(''))).toEqual({ active: true, account: true });
  expect(searchOf(view(''))).toBe('');
});

it('asks for former members whether they had an account or not, and for known persons', () => {
  expect(filterOf(view('shelf=former&q=ㄱㅌㅎ'))).toEqual({ q: 'ㄱㅌㅎ', active: false });
  expect(filterOf(view('shelf=known'))).toEqual({ active: true, account: false });
});

it('survives the way through the address', () => {
  expect(view(searchOf({ shelf: 'former', q: '김' }))).toEqual({ shelf: 'former', q: '김' });
});
