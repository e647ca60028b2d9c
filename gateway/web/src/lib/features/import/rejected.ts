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

/** The field for which a line was not taken; undefined where the line as a whole is at fault. */
export function fieldOf({ cause, values }: Rejected): string | undefined {
  return typeof values['field'] === 'string' ? values['field'] : cause === null ? undefined : fields[cause];
}

/** Why a line was not taken, in the reader's language. */
export function whyRejected({ cause, values }: Rejected): string {
  const { causes } = importWords();
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  if (cause !== null && cause !== 'refused') return causes[cause](said);
  const rule = said['reason'] ?? '';
  return (
    sayReason(i18n.lang, rule, values as Values) ??
    sayField(i18n.lang, rule, values as Values) ??
    causes.refused(said)
  );
}
