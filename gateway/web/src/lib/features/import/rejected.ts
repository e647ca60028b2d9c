import type { OfWork } from '#lib/api/types.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { importWords } from '#lib/i18n/imports/words.ts';
import { sayField, sayReason, type Values } from '#lib/i18n/refusals/say.ts';

type Rejected = OfWork['Rejected'];
type Cause = NonNullable<Rejected['cause']>;

const fields: Partial<Record<Cause, string>> = {
  'no-id': 'id',
  'id-again': 'id',
  'other-project': 'project',
  'unknown-item': 'item_id',
  'no-time': 'at',
};

/** The field that caused the rejection; undefined if it is about the whole line. */
export function fieldOf({ cause, values }: Rejected): string | undefined {
  return typeof values['field'] === 'string' ? values['field'] : cause === null ? undefined : fields[cause];
}

/** Why a line was rejected, in the reader's language. */
export function whyRejected({ cause, values }: Rejected): string {
  const { causes } = importWords();
  const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  if (cause !== null && cause !== 'refused') return causes[cause](texts);
  const rule = texts['reason'] ?? '';
  return (
    sayReason(i18n.lang, rule, values as Values) ??
    sayField(i18n.lang, rule, values as Values) ??
    causes.refused(texts)
  );
}
