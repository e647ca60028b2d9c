import type { Messages } from '#lib/i18n/en.ts';

type Path = '/my-work' | '/items' | '/board' | '/dashboard' | '/projects' | '/teams';
type Line = keyof Messages['keys'];

/** What a key press means outside of fields; "g" waits for a second key. */
export type Wish = { go: Path } | 'palette' | 'create' | 'help' | 'search' | 'second';

/** The second key after "g", and where it leads. */
const targets: Record<string, { go: Path; line: Line }> = {
  m: { go: '/my-work', line: 'myWork' },
  i: { go: '/items', line: 'items' },
  b: { go: '/board', line: 'board' },
  d: { go: '/dashboard', line: 'dashboard' },
  p: { go: '/projects', line: 'projects' },
  t: { go: '/teams', line: 'teams' },
};

const single: Record<string, { wish: Wish; line: Line }> = {
  c: { wish: 'create', line: 'newTask' },
  '/': { wish: 'search', line: 'filter' },
  '?': { wish: 'help', line: 'help' },
};

/** What works, as the help lists it: nothing else is listened to, but for the keys that a field or dialog names itself. */
export const lines: [Line, string[]][] = [
  ['palette', ['Ctrl', 'K']],
  ...Object.entries(single).map(([key, { line }]): [Line, string[]] => [line, [key.toUpperCase()]]),
  ...Object.entries(targets).map(([key, { line }]): [Line, string[]] => [line, ['G', key.toUpperCase()]]),
  ['upDown', ['↑', '↓']],
  ['open', ['Enter']],
  ['status', ['S']],
  ['escape', ['Esc']],
  ['send', ['Ctrl', 'Enter']],
];

/** Letters are read from the key's place too, so that they work while a Korean keyboard is on. */
const letterOf = (event: Pick<KeyboardEvent, 'key' | 'code'>) =>
  /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;

export function wishOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  typing: boolean,
  afterG: boolean,
): Wish | null {
  const letter = letterOf(event);
  if ((event.ctrlKey || event.metaKey) && !event.altKey && letter === 'k') return 'palette';
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (afterG) return targets[letter] === undefined ? null : { go: targets[letter].go };
  if (letter === 'g') return 'second';
  return (single[event.key] ?? single[letter])?.wish ?? null;
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
