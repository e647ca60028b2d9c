import { beforeEach, expect, it } from 'vitest';
import type { SecurityEventType, SecurityEvent } from '#lib/api/security-events.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { ko } from '#lib/i18n/ko.ts';
import { ko as people } from '#lib/i18n/people/ko.ts';
import { changeOf } from './event-change';

beforeEach(() => {
  i18n.t = ko;
  i18n.people = people;
});

const change = (what: SecurityEventType, rest: Partial<SecurityEvent>) =>
  changeOf({ id: 1, at: '', what, address: null, device: null, actor: null, ...rest }, (id) => `이름 ${id}`);

it('names what was changed in the reader’s words', () => {
  expect(change('role-changed', { was: 'MEMBER', became: 'ADMIN' })).toBe('회원 → 관리자');
  expect(change('settings-changed', { was: 'OPEN', became: 'DOMAINS a.com b.com' })).toBe(
    '누구나 → 정한 도메인만 (a.com, b.com)',
  );
  expect(change('merged', { became: 'lin' })).toBe('→ 이름 lin');
  expect(change('token-revoked', { was: 'Nightly' })).toBe('Nightly');
  expect(change('invited', { addressee: 'lin@example.com' })).toBe('lin@example.com');
});

it('shows no change for events that were recorded without one', () => {
  expect([change('role-changed', {}), change('settings-changed', {}), change('logged-in', {})]).toEqual([
    '',
    '',
    '',
  ]);
});
