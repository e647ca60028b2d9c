import { duration } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { sayField, sayReason } from '#lib/i18n/refusals/say.ts';
import { Refused } from './http';

/**
 * The sentence to show for a failure, in words of this app. The server's own sentence is shown only to readers of English
 * and only for a reason that this app does not know yet. A failure that users cannot act on gets the trace id, by which
 * operators find the request, unless that is shown elsewhere.
 */
export function explain(failure: unknown, withNumber = true): string {
  const { problem } = i18n.t;
  if (!(failure instanceof Refused)) return problem.unexpected;
  if (failure.status === 0) return problem.offline;
  const number = withNumber ? failure : null;
  const broken = failure.status >= 500 && !failure.away;
  const known = ofOneField(failure) ?? sayReason(i18n.lang, failure.reason, failure.values);
  if (known !== undefined) return broken ? numbered(known, number) : withWait(known, failure);
  if (failure.away) return problem.unavailable;
  if (broken) return numbered(problem.unexpected, number);
  if (failure.status === 429) return withWait(problem.tooFast, failure);
  if (i18n.lang === 'en' && failure.detail !== '') return failure.detail;
  return numbered(problem.refused, number);
}

/** The sentence of a single invalid field says more than the general one. */
function ofOneField({ reason, errors }: Refused): string | undefined {
  const [error, ...more] = errors;
  if (reason !== 'invalid' || error === undefined || more.length > 0) return undefined;
  return sayField(i18n.lang, error.reason, error.values);
}

/** When to try again, if the server gave a Retry-After: in seconds, or in minutes from one minute on. */
function withWait(sentence: string, { retryAfter }: Refused): string {
  if (retryAfter === null) return sentence;
  const wait = retryAfter < 60 ? retryAfter : Math.ceil(retryAfter / 60) * 60;
  return `${sentence} ${i18n.t.problem.tryAgainIn(duration(wait))}`;
}

function numbered(sentence: string, failure: Refused | null): string {
  return failure?.traceId ? `${sentence} (${i18n.t.state.trace(failure.traceId)})` : sentence;
}
