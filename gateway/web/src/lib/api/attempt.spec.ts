import { expect, it } from 'vitest';
import { Attempt } from './attempt.ts';

it('gives a repeat the same key, and another body or the next attempt another one', () => {
  const attempt = new Attempt();
  const first = attempt.keyFor({ name: '플랫폼' });
  expect(attempt.keyFor({ name: '플랫폼' })).toBe(first);
  const changed = attempt.keyFor({ name: '디자인' });
  expect(changed).not.toBe(first);
  attempt.next();
  expect(attempt.keyFor({ name: '디자인' })).not.toBe(changed);
});

it('gives keys that fit into a header, whatever the body', () => {
  expect(new Attempt().keyFor({ name: '플랫폼\n팀' })).toMatch(/^[\x21-\x7e]+$/);
});
