import { expect, it } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { ko } from '#lib/i18n/ko.ts';
import { endOfWeek, greeting } from './greeting';

it('greets by the time of day', () => {
  expect(greeting(en, 'Ada', 8)).toBe('Good morning, Ada.');
  expect(greeting(en, 'Ada', 13)).toBe('Good afternoon, Ada.');
  expect(greeting(ko, '김서연', 23)).toBe('김서연 님, 안녕하세요.');
});

it('ends a week on its Sunday', () => {
  expect(endOfWeek(new Date(2026, 10, 22)).getDate()).toBe(22);
  expect(endOfWeek(new Date(2026, 10, 23)).getDate()).toBe(29);
});
