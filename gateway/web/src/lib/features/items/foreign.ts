import { instant } from '#lib/i18n/format.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { fieldName } from './field-value.ts';

export interface Detail {
  name: string;
  value: string;
}

/** Fields of an import's files that Ilgam has, too: their notes show the value before it was tidied. */
const own = [
  'title',
  'description',
  'priority',
  'severity',
  'points',
  'resolution',
  'labels',
  'links',
  'parent',
  'created_at',
];

export const isOwn = (field: string): boolean => own.includes(field);

/** A value of an import's source in words: instants in the reader's time zone, lists and objects without brackets. */
export function foreignValue(value: unknown): string {
  const parsed = typeof value === 'string' ? json(value) : value;
  if (Array.isArray(parsed)) return parsed.map(foreignValue).join(', ');
  if (typeof parsed === 'object' && parsed !== null)
    return Object.entries(parsed)
      .map(([name, inner]) => `${fieldName(name)} ${foreignValue(inner)}`)
      .join(', ');
  if (typeof parsed === 'boolean') return parsed ? i18n.t.word.yes : i18n.t.word.no;
  const text = parsed === null || parsed === undefined ? i18n.t.word.none : String(parsed);
  return isInstant(text) ? instant(text) : text.replaceAll(/\p{Cc}+/gu, ' ');
}

/** The fields of an object that is stored as JSON, nested ones flattened; other text as a single value. */
export function foreignFields(value: unknown): Detail[] {
  const parsed = typeof value === 'string' ? json(value) : value;
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return value === null || value === undefined ? [] : [{ name: fieldName('source'), value: String(value) }];
  return Object.entries(parsed).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? foreignFields(inner)
      : [
          {
            name: fieldName(name),
            value: name === 'status_category' ? category(inner) : foreignValue(inner),
          },
        ],
  );
}

const category = (value: unknown): string =>
  (i18n.t.category as Record<string, string>)[String(value)] ?? String(value);

/** An object or a list; anything else, such as "0012", stays text. */
function json(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const isInstant = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text));
