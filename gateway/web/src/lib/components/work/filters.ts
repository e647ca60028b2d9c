import { cycleOf, type Cycle } from '#lib/api/calendar.ts';
import type { ItemFilter } from '#lib/api/items.ts';
import type { NewWork } from '#lib/components/shell/overlays.svelte.ts';
import { endOfDay, isDay } from './as-of.ts';

/** The filters of the list, as the page's address has them. */
export interface View {
  kind: '' | 'task' | 'issue';
  project: string;
  assignee: string;
  category: string;
  priority: string;
  points: string;
  due: string;
  cycle: Cycle | '';
  team: string;
  text: string;
  sort: string;
  at: string | null;
}

/** The sizes that are offered to choose from; the address may have any other. */
export const usualPoints = ['1', '2', '3', '5', '8', '13', '21'];

export const sorts = ['-updatedAt', '-createdAt', 'dueOn', 'priority'] as const;
const OPEN = 'todo,doing,waiting';

export function viewOf(search: Pick<URLSearchParams, 'get'>): View {
  const text = (name: string) => search.get(name) ?? '';
  const kind = text('kind');
  const at = search.get('at');
  const sort = text('sort');
  return {
    kind: kind === 'task' || kind === 'issue' ? kind : '',
    project: text('project'),
    assignee: text('assignee'),
    category: search.get('category') ?? 'open',
    priority: text('priority'),
    points: text('points'),
    due: text('due'),
    cycle: cycleOf(search.get('cycle')),
    team: text('team'),
    text: text('text'),
    sort: sorts.includes(sort as (typeof sorts)[number]) ? sort : '-updatedAt',
    at: isDay(at) ? at : null,
  };
}

/** The address has only what differs from the default view: open items, last changed first. */
export function searchOf(view: View): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    if (value === null) continue;
    const usual = name === 'category' ? 'open' : name === 'sort' ? '-updatedAt' : '';
    if (value !== usual) search.set(name, value);
  }
  return search.toString();
}

export function filterOf(view: View): ItemFilter {
  const filter: ItemFilter = { sort: view.sort };
  if (view.kind !== '') filter.kind = view.kind;
  if (view.category !== 'all') filter.category = view.category === 'open' ? OPEN : view.category;
  for (const name of ['project', 'assignee', 'team', 'priority', 'points', 'due', 'text'] as const)
    if (view[name].trim() !== '') filter[name] = view[name].trim();
  if (view.cycle !== '') filter.cycle = view.cycle;
  if (view.at !== null) filter.at = endOfDay(view.at);
  return filter;
}

/** The filters of an unfiltered list; the kind may be any. */
export const widest = {
  project: '',
  assignee: '',
  team: '',
  category: 'open',
  priority: '',
  points: '',
  due: '',
  cycle: '',
  text: '',
} as const satisfies Partial<View>;

export const isNarrowed = (view: View) =>
  Object.entries(widest).some(([name, usual]) => view[name as keyof typeof widest] !== usual);

/** The values of new work that is created from this list. */
export function newWorkOf({ kind, project, assignee }: View): Partial<NewWork> {
  return {
    ...(kind === '' ? {} : { kind }),
    ...(project === '' ? {} : { project }),
    ...(assignee === '' || assignee === 'me' ? {} : { assignee: assignee === 'none' ? '' : assignee }),
  };
}
