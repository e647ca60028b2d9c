import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { ko } from '#lib/i18n/ko.ts';
import { en as refusals } from '#lib/i18n/refusals/en.ts';
import { ko as koreanRefusals } from '#lib/i18n/refusals/ko.ts';
import { loadRefusals, sayField, sayReason, type Text } from '#lib/i18n/refusals/say.ts';
import { explain } from './explain';
import { Refused } from './http';

const contexts = ['member', 'work', 'dashboard'];

/** The refusal reasons of the services, from their OpenAPI documents. */
function ofServices(schema: 'Reason' | 'FieldReason'): string[] {
  return contexts.flatMap((context) => {
    const document = JSON.parse(readFileSync(`../../docs/openapi/${context}.json`, 'utf8')) as {
      components: { schemas: Record<typeof schema, { enum: string[] }> };
    };
    return document.components.schemas[schema].enum;
  });
}

/** The gateway's reasons, from its sources. */
function ofGateway(): string[] {
  const root = '../../gateway/src/main/java';
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.java'))
    .flatMap((file) => [
      ...readFileSync(`${root}/${file}`, 'utf8').matchAll(
        /\b(?:[A-Z]+_?[A-Z_]+|status),\s*"([a-z]+(?:-[a-z]+)*)",\s*(?:"[A-Z]|sentence)/g,
      ),
    ])
    .map(([, reason]) => reason!);
}

const reasons = [...new Set([...ofServices('Reason'), ...ofGateway(), 'set-aside'])].sort();
const fieldReasons = [...new Set(ofServices('FieldReason'))].sort();

beforeAll(loadRefusals);
beforeEach(() => {
  i18n.t = ko;
  i18n.lang = 'ko';
});

describe('every reason of every service', () => {
  it('is found', () => {
    expect(reasons).toEqual(
      expect.arrayContaining(['last-admin', 'blocks-in-a-circle', 'figures-of-others', 'csrf', 'too-large']),
    );
    expect(fieldReasons).toEqual(expect.arrayContaining(['password-length', 'too-long', 'working-days']));
  });

  it.each(reasons)('“%s” has a sentence in both languages', (reason) => {
    expect(sayReason('ko', reason, {})).toMatch(/[가-힣].*\.$/);
    expect(sayReason('en', reason, {})).toMatch(/^[^가-힣]+\.$/);
  });

  it.each(fieldReasons)('“%s” of a field has a sentence in both languages', (reason) => {
    expect(sayField('ko', reason, {})).toMatch(/[가-힣].*\.$/);
    expect(sayField('en', reason, {})).toMatch(/^[^가-힣]+\.$/);
  });

  it('is one that a service may still have', () => {
    const known = (codes: object) => [...new Set(Object.keys(codes).map((code) => code.split(':')[0]!))];
    expect(known(refusals.reason).filter((code) => !reasons.includes(code))).toEqual([]);
    expect(known(refusals.field).filter((code) => !fieldReasons.includes(code))).toEqual([]);
  });

  it('has the same values in both languages', () => {
    const places = (text: Text) =>
      [text].flat().map((sentence) => [...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name!).sort());
    for (const kind of ['reason', 'field'] as const)
      for (const [code, text] of Object.entries<Text>(refusals[kind]))
        expect([code, places((koreanRefusals[kind] as Record<string, Text>)[code]!)]).toEqual([
          code,
          places(text),
        ]);
  });
});

describe('a refusal', () => {
  it('shows its values, with the particle that fits', () => {
    const refused = (reason: string, values: Record<string, number | string>) =>
      explain(new Refused(409, reason, 'No.', [], null, null, null, values));
    expect(refused('too-many-statuses', { most: 1000 })).toContain('1,000개까지');
    expect(refused('key-taken', { key: 'WEB' })).toMatch(/^WEB는 /);
    expect(refused('key-taken', {})).toBe('이미 쓰고 있는 프로젝트 키입니다.');
    expect(refused('unfit-project', { cause: 'archived', project: 'WEB' })).toContain('보관');
    expect(refused('unfit-project', { cause: 'of-a-later-version' })).toBe(
      '이 프로젝트로는 가져올 수 없습니다.',
    );
  });

  it('of one field shows the sentence of that field', () => {
    const error = { pointer: '', message: 'No.', reason: 'invitation-days', values: { least: 1, most: 90 } };
    expect(explain(new Refused(400, 'invalid', 'No.', [error]))).toBe('1일에서 90일 사이로 입력하세요.');
    expect(explain(new Refused(400, 'invalid', 'No.', [error, error]))).toBe('입력한 내용을 확인하세요.');
  });

  it('for an unknown reason shows readers of Korean its trace id, not the English sentence', () => {
    const later = new Refused(409, 'of-a-later-version', 'Said by the server.', [], 'a1b2');
    expect(explain(later)).toBe(`${ko.problem.refused} (문의 번호 a1b2)`);
    expect(explain(later, false)).toBe(ko.problem.refused);
    const field = new Refused(400, 'invalid', 'No.', [{ pointer: '/title', message: 'Said by the server.' }]);
    expect(field.at('title')).toBe(ko.problem.field);
    i18n.t = en;
    i18n.lang = 'en';
    expect(explain(later)).toBe('Said by the server.');
    expect(field.at('title')).toBe('Said by the server.');
  });

  it('of a failed server shows none of its words', () => {
    const broken = new Refused(500, 'internal', 'Something went wrong.', [], 'a1b2');
    expect(explain(broken)).toBe(`${ko.problem.unexpected} (문의 번호 a1b2)`);
    expect(explain(new Refused(500, 'of-a-later-version', 'No.'))).toBe(ko.problem.unexpected);
    expect(explain(new Refused(503, 'no-database', 'The database is away.'))).toBe(ko.problem.unavailable);
    expect(explain(new Refused(503, 'busy', 'Too many.'))).toBe(koreanRefusals.reason.busy);
  });

  it('says for how long to wait', () => {
    const refused = (wait: number | null) =>
      explain(new Refused(429, 'too-many-attempts', 'Too many.', [], null, wait));
    expect(refused(870)).toContain('약 15분 뒤에');
    expect(refused(30)).toContain('약 30초 뒤에');
    expect(refused(5_400)).toContain('약 1.5시간 뒤에');
    expect(refused(null)).not.toContain('뒤에 다시');
  });
});
