import { explain } from '#lib/api/explain.ts';
import { Refused } from '#lib/api/http.ts';
import type { Wish } from '#lib/api/invitations.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

export interface InvitationRefusal {
  email?: string;
  person?: string;
  /** What is about no field of the form alone. */
  other?: string;
}

/** Where in the form it is shown why an invitation was refused. */
export function refusalOf(failure: unknown, { member, team }: Wish): InvitationRefusal {
  const why = explain(failure);
  if (!(failure instanceof Refused)) return { other: why };
  const email = failure.at('email') ?? (failure.reason === 'email-taken' ? why : undefined);
  if (email !== undefined) return { email };
  if (failure.reason === 'not-a-known-person' || failure.reason === 'deactivated') return { person: why };
  if (failure.status !== 404) return { other: why };
  const { personGone, chosenGone } = i18n.people.invitations;
  return member !== undefined && team === undefined ? { person: personGone } : { other: chosenGone };
}
