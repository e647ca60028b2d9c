import { beforeEach, expect, it } from 'vitest';
import { ada } from '#lib/api/examples.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { ko } from '#lib/i18n/ko.ts';
import { nameOf } from './person-name.ts';

beforeEach(() => {
  i18n.t = ko;
});

it('calls somebody who was erased a former member, whatever name the server sends', () => {
  expect(nameOf(ada())).toBe('Ada');
  expect(nameOf(ada({ displayName: 'Former member', erased: true }))).toBe('탈퇴한 회원');
  expect(nameOf(null)).toBe('탈퇴한 회원');
  expect(nameOf(undefined)).toBe('…');
});
