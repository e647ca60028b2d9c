import { openItem, type NewItem } from '#lib/api/item-changes.ts';
import type { Item, Kind } from '#lib/api/types.ts';
import type { NewWork } from '#lib/components/shell/overlays.svelte.ts';
import { Form } from '#lib/components/ui/form.svelte.ts';
import { rememberRecent } from '#lib/components/work/recent.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

export interface NewItemValues {
  kind: Kind;
  project: string;
  title: string;
  description: string;
  assignee: string;
  priority: string;
  severity: string;
  startOn: string;
  dueOn: string;
  estimateHours: string;
  points: string;
  status: string;
  parent: string;
  task: string;
}

export type NewItemForm = Form<NewItemValues, Item>;

/** The form for new work, with the values that the present page suggests. */
export function newItemForm(initial: NewWork, me: string, done: (item: Item) => void): NewItemForm {
  return new Form({
    values: startValues(initial, me),
    draft: 'new',
    restore: (draft) => ({ ...draft, ...placeOf(initial) }),
    check: wrong,
    send: (values, key) => open(values, key),
    done,
  });
}

const startValues = (initial: NewWork, me: string): NewItemValues => ({
  title: '',
  description: '',
  priority: 'NONE',
  severity: '',
  startOn: '',
  dueOn: '',
  estimateHours: '',
  points: '',
  project: '',
  status: '',
  parent: '',
  task: '',
  assignee: me,
  ...placeOf(initial),
});

/** The page's values win over those of a draft that was startValues on another page. */
const placeOf = ({ kind, ...others }: NewWork): Partial<NewItemValues> & { kind: Kind } => ({
  kind,
  ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
});

/** Prepares the form for another item like this one. */
export const nextLike = (values: NewItemValues): NewItemValues => ({ ...values, title: '', description: '' });

function wrong({ title, project, startOn, dueOn }: NewItemValues) {
  const letters = [...title.trim()].length;
  return {
    title: letters < 1 || letters > 500 ? i18n.t.item.titleNeeded : undefined,
    project: project === '' ? i18n.t.item.projectNeeded : undefined,
    dueOn: startOn !== '' && dueOn !== '' && dueOn < startOn ? i18n.t.item.datesOrder : undefined,
  };
}

async function open(values: NewItemValues, key: string): Promise<Item> {
  const item = await openItem(values.kind, bodyOf(values), key);
  rememberRecent('projects', values.project);
  return item;
}

function bodyOf({ kind, project, title, ...others }: NewItemValues): NewItem {
  const given: Record<string, unknown> = {
    ...others,
    description: others.description.trim(),
    estimateHours: others.estimateHours === '' ? '' : Number(others.estimateHours),
    points: others.points === '' ? '' : Number(others.points),
    priority: others.priority === 'NONE' ? '' : others.priority,
    severity: kind === 'issue' ? others.severity : '',
    task: kind === 'issue' ? others.task : '',
  };
  return {
    project,
    title: title.trim(),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
  };
}
