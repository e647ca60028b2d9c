import { duration } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { Refused } from './http';

/** The sentence to show for a failure: our own words where we know the reason, else the server's. */
export function explain(failure: unknown): string {
  const { problem } = i18n.t;
  if (!(failure instanceof Refused)) return problem.unexpected;
  if (failure.status === 0) return problem.offline;
  const known = problem.reason[failure.reason];
  if (known !== undefined) return withWait(known, failure);
  if (failure.away) return problem.unavailable;
  if (failure.status >= 500) return problem.unexpected;
  if (failure.status === 429) return withWait(problem.tooFast, failure);
  return failure.detail === '' ? problem.unexpected : problem.because(failure.detail);
}

/** Tells when it makes sense to try again, where the server said so: in minutes, from one minute on. */
function withWait(sentence: string, { retryAfter }: Refused): string {
  if (retryAfter === null) return sentence;
  const wait = retryAfter < 60 ? retryAfter : Math.ceil(retryAfter / 60) * 60;
  return `${sentence} ${i18n.t.problem.tryAgainIn(duration(wait))}`;
}
