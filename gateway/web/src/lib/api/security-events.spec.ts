import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en } from '#lib/i18n/people/en.ts';
import { eventTypes } from './security-events.ts';

const ON_THE_SERVER =
  '../../member-context/service/src/main/java/ilgam/member/identity/audit/SecurityEventType.java';

it('has words for every type of security event', () => {
  const [, constants = ''] =
    /enum SecurityEventType \{([^}]*)\}/.exec(readFileSync(ON_THE_SERVER, 'utf8')) ?? [];
  const written = (constants.match(/[A-Z_]+/g) ?? []).map((name) => name.toLowerCase().replaceAll('_', '-'));
  expect(written.length).toBeGreaterThan(0);
  expect([...eventTypes].sort()).toEqual(written.sort());
  expect(Object.keys(en.security.type).sort()).toEqual([...eventTypes].sort());
});
