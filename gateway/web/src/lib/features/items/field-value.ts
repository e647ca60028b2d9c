import { nameById } from '#lib/components/work/person-name.ts';
import { resolutionName } from '#lib/components/work/resolutions.ts';
import { day, number, statusName } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

/** A field's value in words, as the history and a conflict show it. */
export function fieldValue(field: string, value: unknown): string {
  const { word, priority, severity } = i18n.t;
  if (Array.isArray(value)) return value.length === 0 ? word.none : value.join(', ');
  if (value === null || value === undefined || value === '') return word.none;
  const text = String(value);
  switch (field) {
    case 'assignee':
    case 'reporter':
      return nameById(text);
    case 'status':
      return statusName(text);
    case 'priority':
      return priority[text as keyof typeof priority] ?? text;
    case 'severity':
      return severity[text] ?? text;
    case 'startOn':
    case 'dueOn':
      return day(text);
    case 'estimateHours':
      return word.hours(Number(value));
    case 'kind':
      return text === 'issue' ? word.issue : text === 'task' ? word.task : text;
    case 'resolution':
      return resolutionName(text);
    default:
      return typeof value === 'number' ? number(value, 2) : text;
  }
}

/** The name of another tracker's field as words: "closed_code" becomes "closed code". */
export const fieldName = (field: string): string => i18n.t.history.field[field] ?? field.replaceAll('_', ' ');
