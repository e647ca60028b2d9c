import type { Option } from '#lib/components/ui/option.ts';
import type { Lang } from '#lib/i18n/index.svelte.ts';
import { alsoThere, koreanNames, renamed } from './zone-cities.ts';

const AT_ONCE = 50;

/** The name of today: Asia/Kolkata for Asia/Calcutta, where the browser knows it. */
export function currentName(zone: string): string {
  const name = renamed[zone];
  return name !== undefined && offsetOf(name) !== '' ? name : zone;
}

/** As it is shown: 서울 (Asia/Seoul), or Asia/Seoul alone in English. */
export function zoneName(zone: string, lang: Lang): string {
  const name = currentName(zone);
  const shown = name.replaceAll('_', ' ');
  const korean = koreanNames[name];
  return lang === 'ko' && korean !== undefined ? `${korean} (${shown})` : shown;
}

const offsets = new Map<string, string>();

/** UTC+9 just now, or nothing for a name that the browser does not know. */
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

/** Every time zone the browser knows, by its name of today. */
const known = new Set([...Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone), 'UTC']);

/**
 * Those whose name, city in either language or offset has every word that is typed. The ones in front come first, as
 * long as nothing is typed.
 */
export function soughtZones(typed: string, lang: Lang, first: string[]): Option[] {
  const words = plain(typed).split(' ').filter(Boolean);
  const all = [...new Set([...first.map(currentName), ...[...known].sort()])];
  const found: Option[] = [];
  for (const zone of all) {
    if (found.length === AT_ONCE) break;
    const names = plain(`${zone} ${koreanNames[zone] ?? ''} ${alsoThere[zone] ?? ''}`);
    if (words.every((word) => names.includes(word) || isOffset(word, zone)))
      found.push({ value: zone, label: zoneName(zone, lang), note: offsetOf(zone) });
  }
  return found;
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_/]+/g, ' ');

const isOffset = (word: string, zone: string) =>
  /^(utc|gmt)?[+-]\d/.test(word) && offsetOf(zone) === word.replace(/^(utc|gmt)?/, 'UTC');
