import type { Change, HistoryEntry } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { fieldName, fieldValue } from './field-value.ts';
import { foreignFields, foreignValue, isOwn, type Detail } from './foreign.ts';

/** Fields with values too long for a sentence. */
const long = ['description', 'comment'];

/** The sentence of a history entry, to follow the actor's name. */
export function sentences(entry: HistoryEntry): string[] {
  const { history } = i18n.t;
  switch (entry.type) {
    case 'ItemOpened':
      return [history.opened];
    case 'Commented':
      return [history.commented];
    case 'CommentEdited':
      return [history.editedComment];
    case 'CommentRemoved':
      return [history.removedComment];
    case 'ItemDeleted':
      return [history.deleted];
    case 'ItemRestored':
      return [history.restored];
    case 'ForeignFieldNoted':
      return entry.changes.map((change) => foreignSentence(change));
    default:
      return entry.changes.map((change) => sentence(change));
  }
}

/** A value of an import for which Ilgam has no field, or the source's value of a field that it has. */
function foreignSentence(change: Change): string {
  const { history } = i18n.t;
  const { field, from, to } = change;
  if (field === 'source') return history.keptFields;
  if (isOwn(field) && isEmpty(from) && !isEmpty(to))
    return history.original(fieldName(field), foreignValue(to));
  return sentence({
    field,
    from: isEmpty(from) ? from : foreignValue(from),
    to: isEmpty(to) ? to : foreignValue(to),
  });
}

/** Whether it is the item's final state in the file of an import. */
export const isFinalState = (entry: HistoryEntry): boolean =>
  entry.type === 'ForeignFieldNoted' && entry.changes.some(({ field }) => field === 'source');

function sentence({ field, from, to }: Change): string {
  const { history } = i18n.t;
  const name = fieldName(field);
  if (field === 'touch') return history.touched;
  if (field === 'comment') return history.commented;
  if (long.includes(field)) return history.rewrote(name);
  const was = fieldValue(field, from);
  const is = fieldValue(field, to);
  if (['labels', 'links', 'link', 'attachment', 'blocks', 'relates-to', 'duplicates'].includes(field))
    return isEmpty(from) ? history.added(one(field), is) : history.removed(one(field), was);
  if (isEmpty(from) && isEmpty(to)) return history.noted(name);
  if (isEmpty(from)) return history.set(name, is);
  return isEmpty(to) ? history.cleared(name, was) : history.changed(name, was, is);
}

const one = (field: string): string => i18n.t.history.one[field] ?? fieldName(field);

/** The first values of an item besides its title, or further values of an import's source. */
export function details(entry: HistoryEntry): Detail[] {
  if (entry.type === 'ForeignFieldNoted')
    return entry.changes.filter(({ field }) => field === 'source').flatMap(({ to }) => foreignFields(to));
  if (entry.type !== 'ItemOpened') return [];
  return entry.changes
    .filter(({ field, to }) => !['title', 'description', 'kind'].includes(field) && !isEmpty(to))
    .map(({ field, to }) => ({ name: fieldName(field), value: fieldValue(field, to) }));
}

/** The text of a comment or the value of a long field, shown below the sentence. */
export function quote(entry: HistoryEntry): string | null {
  const change = entry.changes.find(({ field }) => field === 'comment');
  return typeof change?.to === 'string' ? change.to : null;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
