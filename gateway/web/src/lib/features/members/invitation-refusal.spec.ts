import { beforeAll, beforeEach, expect, it } from 'vitest';
import { Refused } from '#lib/api/http.ts';
import { en } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en as people } from '#lib/i18n/people/en.ts';
import { en as refusals } from '#lib/i18n/refusals/en.ts';
import { loadRefusals } from '#lib/i18n/refusals/say.ts';
import { fieldErrorsOf } from './invitation-refusal.ts';

const request = { expiresInDays: 7, member: 'hana' };
const refused = (status: number, reason: string) => new Refused(status, reason, 'Said by the server.');

beforeAll(loadRefusals);
beforeEach(() => {
  i18n.t = en;
  i18n.people = people;
});

it('shows at the address that it is taken', () => {
  expect(fieldErrorsOf(refused(409, 'email-taken'), request)).toEqual({ email: en.auth.emailTaken });
});

it('shows at the person why their history cannot be taken over', () => {
  expect(fieldErrorsOf(refused(409, 'not-a-known-person'), request)).toEqual({
    person: refusals.reason['not-a-known-person'],
  });
  expect(fieldErrorsOf(refused(409, 'deactivated'), request)['person']).toMatch(/Reactivate/);
  expect(fieldErrorsOf(refused(404, 'not-found'), request)).toEqual({
    person: people.invitations.personGone,
  });
});

it('shows at the team that it or the person is gone, and nothing for other refusals', () => {
  const gone = refused(404, 'not-found');
  expect(fieldErrorsOf(gone, { ...request, team: 'core' })).toEqual({ team: people.invitations.chosenGone });
  expect(fieldErrorsOf(refused(403, 'role'), request)).toEqual({});
});
