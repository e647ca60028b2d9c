import { i18n } from '#lib/i18n/index.svelte.ts';
import { Refused } from './http';

/** The sentence to show for a failure: our own words where we know the reason, else the server's. */
export function explain(failure: unknown): string {
  const { problem, auth } = i18n.t;
  if (!(failure instanceof Refused)) return problem.unexpected;
  if (failure.status === 0) return problem.offline;
  if (failure.away) return problem.unavailable;
  if (failure.reason === 'email-taken') return auth.emailTaken;
  const known = problem.reason[failure.reason];
  if (known !== undefined) return known;
  if (failure.status === 429 && failure.detail === '') return problem.tooFast;
  return failure.detail || problem.unexpected;
}
