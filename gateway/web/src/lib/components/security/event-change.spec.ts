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

const said = (what: SecurityEventType, rest: Partial<SecurityEvent>) =>
  changeOf({ id: 1, at: '', what, address: null, device: null, actor: null, ...rest }, (id) => `이름 ${id}`);

it('names what was changed in the reader’s words', () => {
  expect(said('role-changed', { was: 'MEMBER', became: 'ADMIN' })).toBe('회원 → 관리자');
  expect(said('settings-changed', { was: 'OPEN', became: 'DOMAINS a.com b.com' })).toBe(
    '누구나 → 정한 도메인만 (a.com, b.com)',
  );
  expect(said('merged', { became: 'lin' })).toBe('→ 이름 lin');
  expect(said('token-revoked', { was: 'Nightly' })).toBe('Nightly');
  expect(said('invited', { addressee: 'lin@example.com' })).toBe('lin@example.com');
});

it('is silent about what was written down before changes were', () => {
  expect([said('role-changed', {}), said('settings-changed', {}), said('logged-in', {})]).toEqual([
    '',
    '',
    '',
  ]);
});
