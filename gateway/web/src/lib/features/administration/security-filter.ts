import { eventTypes, type SecurityFilter } from '#lib/api/security-events.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The filter in the page's address; an invalid member id or type is ignored. */
export function filterOf(search: Pick<URLSearchParams, 'get'>): SecurityFilter {
  const member = search.get('member') ?? '';
  const what = eventTypes.find((type) => type === search.get('what'));
  return { ...(ID.test(member) ? { member } : {}), ...(what === undefined ? {} : { what }) };
}

export function searchOf({ member, what }: SecurityFilter): string {
  const search = new URLSearchParams();
  if (member !== undefined) search.set('member', member);
  if (what !== undefined) search.set('what', what);
  return search.toString();
}
