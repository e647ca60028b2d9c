import type { DirectoryFilter } from '#lib/api/membership.ts';

export const shelves = ['active', 'former', 'known'] as const;

export type Shelf = (typeof shelves)[number];

export interface View {
  shelf: Shelf;
  q: string;
}

export function viewOf(search: Pick<URLSearchParams, 'get'>): View {
  const shelf = shelves.find((one) => one === search.get('shelf')) ?? 'active';
  return { shelf, q: search.get('q') ?? '' };
}

export function searchOf({ shelf, q }: View): string {
  const search = new URLSearchParams();
  if (shelf !== 'active') search.set('shelf', shelf);
  if (q.trim() !== '') search.set('q', q.trim());
  return search.toString();
}

/** Active members, former members, and people without an account. */
export function filterOf({ shelf, q }: View): DirectoryFilter {
  return {
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    active: shelf !== 'former',
    ...(shelf === 'former' ? {} : { account: shelf === 'active' }),
  };
}
