import { beforeEach, expect, it } from 'vitest';
import { Refused } from '#lib/api/http.ts';
import { en } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en as people } from '#lib/i18n/people/en.ts';
import { refusalOf } from './invitation-refusal.ts';

const wish = { expiresInDays: 7, member: 'hana' };
const refused = (status: number, reason: string) => new Refused(status, reason, 'Said by the server.');

beforeEach(() => {
  i18n.t = en;
  i18n.people = people;
});

it('shows at the address that it is malformed or taken', () => {
  const malformed = new Refused(400, 'invalid', 'No.', [{ pointer: '/email', message: 'No address.' }]);
  expect(refusalOf(malformed, wish)).toEqual({ email: 'No address.' });
  expect(refusalOf(refused(409, 'email-taken'), wish)).toEqual({ email: en.auth.emailTaken });
});

it('shows at the person why their history cannot be claimed', () => {
  expect(refusalOf(refused(409, 'not-a-known-person'), wish)).toEqual({
    person: en.problem.reason['not-a-known-person'],
  });
  expect(refusalOf(refused(409, 'deactivated'), wish).person).toMatch(/Reactivate/);
  expect(refusalOf(refused(404, 'not-found'), wish)).toEqual({ person: people.invitations.personGone });
});

it('blames neither the person nor the team when one of both is gone', () => {
  const gone = refused(404, 'not-found');
  expect(refusalOf(gone, { ...wish, team: 'core' })).toEqual({ other: people.invitations.chosenGone });
  expect(refusalOf(refused(403, 'role'), wish)).toEqual({ other: 'Said by the server.' });
});
