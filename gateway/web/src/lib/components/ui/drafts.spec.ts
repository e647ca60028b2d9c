import { beforeEach, expect, it, vi } from 'vitest';
import { session } from '#lib/api/session.svelte.ts';
import type { Member } from '#lib/api/types.ts';
import { drafts } from './drafts.ts';

const logIn = (id: string) => (session.member = { id } as Member);
const inAnotherTab = () => sessionStorage.clear();

beforeEach(() => {
  vi.useRealTimers();
  localStorage.clear();
  sessionStorage.clear();
  logIn('ada');
});

it('restores the draft of a form, and nothing after it was sent', () => {
  drafts.keep('comment:WEB-1', { text: 'Half' });
  expect(drafts.take('comment:WEB-1')?.values).toEqual({ text: 'Half' });
  expect(drafts.take('comment:WEB-2')).toBeNull();
  drafts.drop('comment:WEB-1');
  expect(drafts.take('comment:WEB-1')).toBeNull();
});

it('keeps the drafts of two tabs apart, and offers one that another tab left', () => {
  drafts.keep('new', { title: 'One' });
  inAnotherTab();
  drafts.keep('new', { title: 'Two' });
  expect(drafts.take('new')?.values).toEqual({ title: 'Two' });
  drafts.drop('new');
  expect(drafts.take('new')?.values).toEqual({ title: 'One' });
});

it('belongs to the member who wrote it, and is erased with no other member', () => {
  drafts.keep('new', { title: 'Of Ada' });
  logIn('lin');
  expect(drafts.take('new')).toBeNull();
  drafts.keep('new', { title: 'Of Lin' });
  drafts.erase('lin');
  expect(drafts.take('new')).toBeNull();
  logIn('ada');
  expect(drafts.take('new')?.values).toEqual({ title: 'Of Ada' });
});

it('keeps the newest fifty for a fortnight, and none that is huge', () => {
  vi.useFakeTimers();
  for (let n = 0; n < 60; n++) {
    vi.advanceTimersByTime(1_000);
    drafts.keep(`comment:WEB-${n}`, { text: n });
  }
  expect(Object.keys(localStorage)).toHaveLength(50);
  expect(drafts.take('comment:WEB-59')).not.toBeNull();
  drafts.keep('new', { text: 'x'.repeat(200_000) });
  expect(drafts.take('new')).toBeNull();
  vi.advanceTimersByTime(15 * 24 * 3_600_000);
  expect(drafts.take('comment:WEB-59')).toBeNull();
});

it('does not fail when storage is full or disabled', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full');
    },
    removeItem: () => undefined,
  });
  expect(() => drafts.keep('new', { title: 'A' })).not.toThrow();
  vi.unstubAllGlobals();
});
