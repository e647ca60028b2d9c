import type { Lang } from '../index.svelte';
import { josa } from '../josa';
import type { RefusalMessages } from './en';

/** What a refusal tells of, by name: limits, keys, dates, words. */
export type Values = Record<string, number | string | string[]>;

/** A sentence with places for values; of several, the first whose values are all there. */
export type Text = string | readonly string[];

type Pair = Parameters<typeof josa>[1];

let texts: Record<Lang, RefusalMessages> | undefined;

/** Loads the sentences in both languages, as a reader may switch. Without them there is a general one. */
export async function loadRefusals(): Promise<void> {
  if (texts !== undefined) return;
  try {
    const [{ en }, { ko }] = await Promise.all([import('./en'), import('./ko')]);
    texts = { en, ko };
  } catch {
    texts = undefined;
  }
}

/** What is said for a reason: where its cause is known, for this cause. */
export function sayReason(lang: Lang, reason: string, values: Values): string | undefined {
  const all = texts?.[lang].reason as Record<string, Text> | undefined;
  const ofCause = all?.[`${reason}:${String(values['cause'])}`];
  return say(lang, ofCause, values) ?? say(lang, all?.[reason], values);
}

/** What is said beside a field. */
export function sayField(lang: Lang, reason: string, values: Values): string | undefined {
  const all = texts?.[lang].field as Record<string, Text> | undefined;
  return say(lang, all?.[reason], values);
}

function say(lang: Lang, text: Text | undefined, values: Values): string | undefined {
  const sentences = text === undefined || typeof text === 'string' ? [text] : text;
  return sentences.map((sentence) => filled(lang, sentence, values)).find((said) => said !== undefined);
}

/** Undefined when a value is missing: an older server does not tell it. A place may have the pair of a particle. */
function filled(lang: Lang, sentence: string | undefined, values: Values): string | undefined {
  let complete = true;
  const said = sentence?.replace(/\{(\w+)(?:\|([^}]+))?\}/g, (_, name: string, pair?: string) => {
    const value = values[name];
    if (value === undefined) complete = false;
    const word = written(lang, value);
    return pair === undefined ? word : josa(word, pair as Pair);
  });
  return complete ? said : undefined;
}

function written(lang: Lang, value: Values[string] | undefined): string {
  if (typeof value === 'number') return value.toLocaleString(lang);
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}
