import { afterEach, expect, it } from 'vitest';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en } from '#lib/i18n/en.ts';
import { ko } from '#lib/i18n/ko.ts';
import { resolutionName, resolutionNames, resolutionOf } from './resolutions';

afterEach(() => (i18n.t = en));

it.each([
  ['en', en],
  ['ko', ko],
] as const)('keeps what is chosen in %s as one word for all, and shows it in the language', (_, t) => {
  i18n.t = t;
  const kept = resolutionNames().map(resolutionOf);
  expect(kept).toEqual(['Done', 'Fixed', 'Duplicate', "Won't do", 'Cannot reproduce']);
  expect(kept.map((one) => resolutionName(one!))).toEqual(resolutionNames());
});

it('knows the words of other trackers, and leaves free text as it is', () => {
  i18n.t = ko;
  expect(resolutionName("Won't Do")).toBe('진행하지 않음');
  expect(resolutionName('다음 분기로')).toBe('다음 분기로');
  expect(resolutionOf(' 다음 분기로 ')).toBe('다음 분기로');
  expect(resolutionOf('duplicate')).toBe('Duplicate');
  expect(resolutionOf('  ')).toBeNull();
});
