import type { NewStatus } from '#lib/api/projects.ts';
import type { Category, Status } from '#lib/api/types.ts';
import { statusName } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** A status of a workflow that is being edited. */
export interface Row {
  /** A key for the list on the page, since a new status has no id yet. */
  row: number;
  id?: string;
  name: string;
  category: Category;
}

export const rowsOf = (statuses: Status[]): Row[] =>
  statuses.map(({ id, name, category }, row) => ({ row, id, name, category }));

export const withNew = (rows: Row[]): Row[] => [
  ...rows,
  { row: 1 + Math.max(-1, ...rows.map(({ row }) => row)), name: '', category: 'doing' },
];

/** Moves a row one place up or down. */
export function shifted(rows: Row[], place: number, by: 1 | -1): Row[] {
  const moved = [...rows];
  moved.splice(place + by, 0, ...moved.splice(place, 1));
  return moved;
}

/** Default names are shown in the reader's language, and stored unchanged until they are edited. */
export function typedName(before: Status[], id: string | undefined, typed: string): string {
  const name = before.find((status) => status.id === id)?.name;
  return name !== undefined && typed === statusName(name) ? name : typed;
}

/** The statuses that were removed. */
export const removedFrom = (before: Status[], rows: Row[]): Status[] =>
  before.filter(({ id }) => !rows.some((row) => row.id === id));

/** Whether a name is missing or used twice. */
export const hasWrongName = (rows: Row[], { row, name }: Row): boolean =>
  same(name) === '' || rows.some((other) => other.row !== row && same(other.name) === same(name));

/** The error of a workflow as a sentence. */
export function problemOf(rows: Row[]): string | undefined {
  const { projects } = i18n.t;
  if (rows.some(({ name }) => same(name) === '')) return projects.statusEmpty;
  if (rows.some((row) => hasWrongName(rows, row))) return projects.statusDouble;
  const has = (category: Category) => rows.some((row) => row.category === category);
  return (has('todo') || has('doing')) && has('done') ? undefined : projects.workflowNeeds;
}

export const statusesOf = (rows: Row[]): NewStatus[] =>
  rows.map(({ id, name, category }) => ({
    ...(id === undefined ? {} : { id }),
    name: name.trim(),
    category,
  }));

const same = (name: string) => statusName(name).trim().toLocaleLowerCase();
