import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { ko } from '#lib/i18n/ko.ts';
import { explain } from './explain';
import { Refused } from './http';

beforeEach(() => {
  i18n.t = ko;
  i18n.lang = 'ko';
});

const contexts = ['member-context/service', 'work-context/service', 'dashboard-context'];

/** Their sentence says which parameter, field, line or file it is; ours could not. */
const sayMore = [
  'bad-parameter',
  'fixed-field',
  'invalid',
  'unfit-project',
  'unknown-part',
  'unusable-upload',
];

/** Nothing that a person did: a request that this app does not make, or a failure, which has words of its own. */
const faults = [
  ...['away', 'database-away', 'internal', 'internal-error', 'projection-late', 'timeout', 'unavailable'],
  ...[
    'bad-path',
    'bad-request',
    'bad-url',
    'broken-body',
    'method-not-allowed',
    'not-acceptable',
    'unchecked',
  ],
  ...['malformed-body', 'malformed-cursor', 'malformed-idempotency-key', 'malformed-if-match'],
  ...['malformed-request', 'malformed-upload'],
  ...['missing-value', 'unknown-field', 'wrong-type', 'wrong-value'],
];

const sources = (parts: string[]) =>
  parts
    .map((part) => `../../${part}/src/main/java`)
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.java'))
        .map((file) => readFileSync(`${root}/${file}`, 'utf8')),
    );

/** The reasons by which the services refuse something, as their sources name them. */
function reasons(): string[] {
  const ofAll = sources(['service-starter', 'gateway']).flatMap((source) =>
    [...source.matchAll(/"(?!description|title)([a-z]+(?:-[a-z]+)*)",\s*(?:"[A-Z][^"]*\.|message\()/g)].map(
      ([, reason]) => reason!,
    ),
  );
  const found = sources(contexts)
    .flatMap((source) => [
      ...[...source.matchAll(/public enum Reason \{([^}]*)\}/g)].flatMap(([, names]) =>
        names!.split(',').map((name) => name.trim().toLowerCase().replaceAll('_', '-')),
      ),
      ...[...source.matchAll(/new Refused\([^"]*?"([a-z-]+)"/g)].map(([, reason]) => reason!),
    ])
    .concat(ofAll);
  return [...new Set(found)]
    .filter((reason) => reason !== '' && !sayMore.includes(reason) && !faults.includes(reason))
    .sort();
}

it('finds the reasons of all services', () => {
  expect(reasons()).toEqual(
    expect.arrayContaining(['last-admin', 'blocks-in-a-circle', 'figures-of-others', 'csrf', 'overtaken']),
  );
});

it.each(reasons())('says in Korean what “%s” means', (reason) => {
  expect(ko.problem.reason[reason]).toMatch(/[가-힣]/);
});

it('shows no words of a server that failed', () => {
  expect(explain(new Refused(500, 'internal', 'Something went wrong.'))).toBe(ko.problem.unexpected);
  expect(explain(new Refused(503, 'no-database', 'The database is away.'))).toBe(ko.problem.unavailable);
  expect(explain(new Refused(503, 'busy', 'Too many.'))).toBe(ko.problem.reason['busy']);
});

it('says for how long to wait', () => {
  const refused = (wait: number | null) =>
    explain(new Refused(429, 'too-many-attempts', 'Too many.', [], null, wait));
  expect(refused(870)).toContain('약 15분 뒤에');
  expect(refused(30)).toContain('약 30초 뒤에');
  expect(refused(5_400)).toContain('약 1.5시간 뒤에');
  expect(refused(null)).not.toContain('뒤에 다시');
});
