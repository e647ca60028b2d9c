import { expect, it } from 'vitest';
import { isKey, suggestKey } from './suggest-key';

it.each([
  ['Website', 'WEBS'],
  ['Mobile Banking App', 'MBA'],
  ['Mobile API Gateway', 'MAG'],
  ['X', 'XX'],
  ['2026 Plan', 'PLAN'],
  ['3D printing', 'DP'],
  ['Plan 2026', 'P2'],
  ['Änderungen', 'ANDE'],
  ['', ''],
  ['!!!', ''],
  ['日本', ''],
])('suggests for %s the key %s', (name, key) => {
  expect(suggestKey(name, [])).toBe(key);
  if (key !== '') expect(isKey(key)).toBe(true);
});

it.each([
  ['한글', 'HG'],
  ['한글 이름', 'HGIR'],
  ['플랫폼', 'PRP'],
  ['모바일 앱', 'MBIA'],
  ['웹사이트', 'WSIT'],
  ['외부 연동', 'OBYD'],
  ['유의사항', 'YUSH'],
  ['봄', 'BX'],
  ['고객지원시스템개편', 'GGJWSS'],
  ['한글'.normalize('NFD'), 'HG'],
])('takes of the Korean name %s the letter of each syllable: %s', (name, key) => {
  expect(suggestKey(name, [])).toBe(key);
  expect(isKey(key)).toBe(true);
});

it.each([
  ['AI 플랫폼', 'AIPRP'],
  ['Web 개편', 'WGP'],
  ['A팀', 'AT'],
  ['2026년 계획', 'NGH'],
  ['디자인 System', 'DJIS'],
])('takes from %s both scripts: %s', (name, key) => {
  expect(suggestKey(name, [])).toBe(key);
  expect(isKey(key)).toBe(true);
});

it('avoids a key that is taken', () => {
  expect(suggestKey('Website', ['WEBS', 'WEBS2'])).toBe('WEBS3');
  expect(suggestKey('한글', ['HG'])).toBe('HG2');
  expect(isKey(suggestKey('고객지원시스템개편', ['GGJWSS']))).toBe(true);
});
