import { Attempt } from '#lib/api/attempt.ts';
import { explain } from '#lib/api/explain.ts';
import { Refused } from '#lib/api/http.ts';
import { openItem, type NewItem } from '#lib/api/items.ts';
import type { Item, Kind } from '#lib/api/types.ts';
import { i18n, remember } from '#lib/i18n/index.svelte.ts';

type FieldName = 'title' | 'project' | 'dueOn' | 'estimateHours' | 'description';

/** The form for new work. A repeat after a lost answer meets the first: the attempt has a key of its own. */
export class NewItemForm {
  kind = $state<Kind>('task');
  project = $state('');
  title = $state('');
  description = $state('');
  assignee = $state('');
  priority = $state('NONE');
  severity = $state('');
  startOn = $state('');
  dueOn = $state('');
  estimate = $state('');
  status = $state('');
  busy = $state(false);
  problem = $state('');
  #tried = $state(false);
  #refused = $state.raw<Refused | null>(null);
  #attempt = new Attempt();

  constructor(kind: Kind, project: string, assignee: string, status: string) {
    this.kind = kind;
    this.project = project;
    this.assignee = assignee;
    this.status = status;
  }

  error(field: FieldName): string | undefined {
    return (this.#tried ? this.#own(field) : undefined) ?? this.#refused?.at(field);
  }

  async submit(): Promise<Item | null> {
    this.#tried = true;
    this.problem = '';
    this.#refused = null;
    if (this.busy || (['title', 'project', 'dueOn'] as const).some((field) => this.#own(field) !== undefined))
      return null;
    this.busy = true;
    try {
      const body = this.#body();
      const item = await openItem(this.kind, body, this.#attempt.keyFor([this.kind, body]));
      remember('ilgam.project', this.project);
      return item;
    } catch (failure) {
      this.#told(failure);
      return null;
    } finally {
      this.busy = false;
    }
  }

  /** Ready for another item like this one. */
  again(): void {
    this.title = '';
    this.description = '';
    this.#tried = false;
    this.#attempt.next();
  }

  #own(field: FieldName): string | undefined {
    const { item } = i18n.t;
    const letters = [...this.title.trim()].length;
    if (field === 'title' && (letters < 1 || letters > 500)) return item.titleNeeded;
    if (field === 'project' && this.project === '') return item.projectNeeded;
    if (field === 'dueOn' && this.startOn !== '' && this.dueOn !== '' && this.dueOn < this.startOn)
      return item.datesOrder;
    return undefined;
  }

  #body(): NewItem {
    const given: Record<string, unknown> = {
      description: this.description.trim(),
      assignee: this.assignee,
      startOn: this.startOn,
      dueOn: this.dueOn,
      estimateHours: this.estimate === '' ? '' : Number(this.estimate),
      priority: this.priority === 'NONE' ? '' : this.priority,
      severity: this.kind === 'issue' ? this.severity : '',
      status: this.status,
    };
    return {
      project: this.project,
      title: this.title.trim(),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
    };
  }

  #told(failure: unknown): void {
    if (failure instanceof Refused) {
      this.#refused = failure;
      const fields: FieldName[] = ['title', 'project', 'dueOn', 'estimateHours', 'description'];
      if (fields.some((field) => failure.at(field) !== undefined)) return;
    }
    this.problem = explain(failure);
  }
}

/** The project somebody created work in last. */
export function lastProject(): string {
  try {
    return localStorage.getItem('ilgam.project') ?? '';
  } catch {
    return '';
  }
}
