import { expect, it } from 'vitest';
import { nearness } from './due';

const noon = new Date(2026, 10, 22, 12);

it.each([
  ['2026-11-21', 'doing', 'overdue'],
  ['2026-11-21', 'done', 'later'],
  ['2026-11-22', 'todo', 'today'],
  ['2026-11-23', 'todo', 'tomorrow'],
  ['2026-11-24', 'todo', 'later'],
] as const)('due on %s in %s is %s', (dueOn, category, near) => {
  expect(nearness({ dueOn, category }, noon)).toBe(near);
});

it('knows that an item may have no date', () => {
  expect(nearness({ dueOn: null, category: 'todo' }, noon)).toBeNull();
});
