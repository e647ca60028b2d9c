import { explain } from '#lib/api/explain.ts';
import type { Refused } from '#lib/api/http.ts';
import type { InvitationRequest } from '#lib/api/invitations.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** The form's fields that a refusal is about if the server names none, with their sentences. */
export function fieldErrorsOf(
  refused: Refused,
  { member, team }: InvitationRequest,
): Partial<Record<string, string>> {
  if (refused.reason === 'email-taken') return { email: explain(refused) };
  if (refused.reason === 'not-a-known-person' || refused.reason === 'deactivated')
    return { person: explain(refused) };
  if (refused.status !== 404) return {};
  const { personGone, chosenGone } = i18n.people.invitations;
  return member !== undefined && team === undefined ? { person: personGone } : { team: chosenGone };
}
