import { expect, it } from 'vitest';
import { filterOf, isNarrowed, searchOf, viewOf } from './filters';

const view = (search: string) => viewOf(new URLSearchParams(search));

it('shows open items, last changed first, by default', () => {
  expect(filterOf(view(''))).toEqual({ sort: '-updatedAt', category: 'todo,doing,waiting' });
  expect(isNarrowed(view(''))).toBe(false);
});

it('is the same after a round trip through the address', () => {
  const search = 'kind=issue&project=WEB&category=done&text=%EC%84%B1%EB%8A%A5&sort=dueOn&at=2026-03-01';
  expect(viewOf(new URLSearchParams(searchOf(view(search))))).toEqual(view(search));
});

it('writes only what differs from the default into the address', () => {
  expect(searchOf(view('category=open&sort=-updatedAt&kind='))).toBe('');
  expect(searchOf({ ...view(''), category: 'all' })).toBe('category=all');
});

it('filters by a team and by work that is due in a cycle', () => {
  const filter = filterOf(view('team=0197&cycle=next'));
  expect(filter).toMatchObject({ team: '0197', cycle: 'next' });
  expect(filter).not.toHaveProperty('tz');
  expect(isNarrowed(view('cycle=next'))).toBe(true);
  expect(isNarrowed(view('team=0197'))).toBe(true);
  expect(view('cycle=then').cycle).toBe('');
  expect(searchOf(view('team=0197&cycle=next'))).toBe('cycle=next&team=0197');
});

it('ignores an unknown kind, an unknown order and an invalid day', () => {
  expect(view('kind=bug&sort=rm&at=yesterday')).toEqual(view(''));
});

it('reads as of the end of a day', () => {
  const at = filterOf(view('at=2026-03-01')).at!;
  expect(new Date(at).getTime()).toBe(new Date(2026, 2, 2).getTime() - 1);
});
