import type { Lang } from '../index.svelte';
import { josa } from '../josa';
import type { RefusalMessages } from './en';

/** The values of a refusal, by name: limits, keys, dates, words. */
export type Values = Record<string, number | string | string[]>;

/** A sentence with placeholders; of several, the first whose values are all present. */
export type Text = string | readonly string[];

type Pair = Parameters<typeof josa>[1];

let texts: Record<Lang, RefusalMessages> | undefined;

/** Loads the sentences in both languages, since the reader may switch. Until then a general one is shown. */
export async function loadRefusals(): Promise<void> {
  if (texts !== undefined) return;
  try {
    const [{ en }, { ko }] = await Promise.all([import('./en'), import('./ko')]);
    texts = { en, ko };
  } catch {
    texts = undefined;
  }
}

/** The sentence for a reason, or for its cause if that is known. */
export function sayReason(lang: Lang, reason: string, values: Values): string | undefined {
  const all = texts?.[lang].reason as Record<string, Text> | undefined;
  const ofCause = all?.[`${reason}:${String(values['cause'])}`];
  return say(lang, ofCause, values) ?? say(lang, all?.[reason], values);
}

/** The sentence for a field. */
export function sayField(lang: Lang, reason: string, values: Values): string | undefined {
  const all = texts?.[lang].field as Record<string, Text> | undefined;
  return say(lang, all?.[reason], values);
}

function say(lang: Lang, text: Text | undefined, values: Values): string | undefined {
  const sentences = text === undefined || typeof text === 'string' ? [text] : text;
  return sentences.map((sentence) => filled(lang, sentence, values)).find((text) => text !== undefined);
}

/** Undefined if a value is missing (an older server). A placeholder may be followed by a pair of Korean particles. */
function filled(lang: Lang, sentence: string | undefined, values: Values): string | undefined {
  let complete = true;
  const text = sentence?.replace(/\{(\w+)(?:\|([^}]+))?\}/g, (_, name: string, pair?: string) => {
    const value = values[name];
    if (value === undefined) complete = false;
    const word = written(lang, value);
    return pair === undefined ? word : josa(word, pair as Pair);
  });
  return complete ? text : undefined;
}

function written(lang: Lang, value: Values[string] | undefined): string {
  if (typeof value === 'number') return value.toLocaleString(lang);
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}
