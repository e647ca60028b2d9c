import type { Category, Status } from '#lib/api/types.ts';
import { statusName } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

export interface Draft {
  /** For the list on the page; a new status has no id yet. */
  row: number;
  id?: string;
  name: string;
  category: Category;
}

/** A workflow while it is edited: its statuses in order, and what is wrong with them. */
export class WorkflowEditor {
  drafts = $state<Draft[]>([]);
  #next = 0;
  #before: Status[];

  constructor(statuses: Status[]) {
    this.#before = statuses;
    this.drafts = statuses.map((status) => ({ row: this.#next++, ...status }));
  }

  add(): void {
    this.drafts.push({ row: this.#next++, name: '', category: 'doing' });
  }

  remove(draft: Draft): void {
    this.drafts = this.drafts.filter((other) => other.row !== draft.row);
  }

  /** Names of the default workflow are shown in the reader's language, and stay what they are until they are changed. */
  rename(draft: Draft, typed: string): void {
    const before = this.#before.find(({ id }) => id === draft.id)?.name;
    draft.name = before !== undefined && typed === statusName(before) ? before : typed;
  }

  shift(draft: Draft, by: 1 | -1): void {
    const from = this.drafts.findIndex((other) => other.row === draft.row);
    const to = from + by;
    if (to < 0 || to >= this.drafts.length) return;
    const moved = [...this.drafts];
    moved.splice(to, 0, ...moved.splice(from, 1));
    this.drafts = moved;
  }

  /** Statuses that were there and are no more. */
  get removed(): Status[] {
    return this.#before.filter(({ id }) => !this.drafts.some((draft) => draft.id === id));
  }

  get dirty(): boolean {
    const kept = this.drafts.map(({ id, name, category }) => ({ id, name, category }));
    const before = this.#before.map(({ id, name, category }) => ({ id, name, category }));
    return JSON.stringify(kept) !== JSON.stringify(before);
  }

  get problem(): string | null {
    const { projects } = i18n.t;
    const names = this.drafts.map((draft) => statusName(draft.name).trim().toLocaleLowerCase());
    if (names.includes('')) return projects.statusEmpty;
    if (names.some((name, place) => names.indexOf(name) !== place)) return projects.statusDouble;
    const has = (category: Category) => this.drafts.some((draft) => draft.category === category);
    return (has('todo') || has('doing')) && has('done') ? null : projects.workflowNeeds;
  }

  get statuses(): (Omit<Status, 'id'> & { id?: string })[] {
    return this.drafts.map(({ id, name, category }) => ({
      ...(id === undefined ? {} : { id }),
      name: name.trim(),
      category,
    }));
  }
}
