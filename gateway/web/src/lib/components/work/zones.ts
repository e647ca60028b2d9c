import type { Option } from '#lib/components/ui/option.ts';
import type { Lang } from '#lib/i18n/index.svelte.ts';
import { alternativeNames, koreanNames, renamed } from './zone-cities.ts';

const AT_ONCE = 50;

/** The present name: Asia/Kolkata for Asia/Calcutta, if the browser knows it. */
export function currentName(zone: string): string {
  const name = renamed[zone];
  return name !== undefined && offsetOf(name) !== '' ? name : zone;
}

/** The label of a zone: 서울 (Asia/Seoul), or only Asia/Seoul in English. */
export function zoneName(zone: string, lang: Lang): string {
  const name = currentName(zone);
  const shown = name.replaceAll('_', ' ');
  const korean = koreanNames[name];
  return lang === 'ko' && korean !== undefined ? `${korean} (${shown})` : shown;
}

const offsets = new Map<string, string>();

/** The present offset, such as UTC+9; empty for a name that the browser does not know. */
export function offsetOf(zone: string): string {
  let offset = offsets.get(zone);
  if (offset === undefined) offsets.set(zone, (offset = askOffset(zone)));
  return offset;
}

function askOffset(zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      timeZoneName: 'shortOffset',
    }).formatToParts();
    const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return offset.replace('GMT', 'UTC').replace(/[+-]0$/, '');
  } catch {
    return '';
  }
}

/** Every time zone that the browser knows, by its present name. */
const known = new Set([...Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone), 'UTC']);

/**
 * The zones whose name, city (in either language) or offset contains every typed word; those in `first` come first.
 */
export function matchingZones(typed: string, lang: Lang, first: string[]): Option[] {
  const words = plain(typed).split(' ').filter(Boolean);
  const all = [...new Set([...first.map(currentName), ...[...known].sort()])];
  const found: Option[] = [];
  for (const zone of all) {
    if (found.length === AT_ONCE) break;
    const names = plain(`${zone} ${koreanNames[zone] ?? ''} ${alternativeNames[zone] ?? ''}`);
    if (words.every((word) => names.includes(word) || isOffset(word, zone)))
      found.push({ value: zone, label: zoneName(zone, lang), note: offsetOf(zone) });
  }
  return found;
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_/]+/g, ' ');

const isOffset = (word: string, zone: string) =>
  /^(utc|gmt)?[+-]\d/.test(word) && offsetOf(zone) === word.replace(/^(utc|gmt)?/, 'UTC');
