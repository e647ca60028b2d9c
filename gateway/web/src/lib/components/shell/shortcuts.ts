import type { help } from '#lib/i18n/help.ts';

type Path = '/my-work' | '/items' | '/items?kind=issue' | '/board' | '/dashboard' | '/projects' | '/teams';
export type Line = keyof typeof help.en;

/** What a key press means outside of fields; "g" waits for a second key. */
export type Wish =
  | { go: Path }
  /** What the page marks with this letter by `aria-keyshortcuts`. */
  | { press: string }
  | 'palette'
  | 'create'
  | 'create-issue'
  | 'help'
  | 'search'
  | 'team-work'
  | 'second';

interface Shortcut {
  wish: Wish;
  line: Line;
}

/** The second key after "g", and where it leads. */
export const targets: Record<string, Shortcut> = {
  m: { wish: { go: '/my-work' }, line: 'myWork' },
  i: { wish: { go: '/items' }, line: 'items' },
  b: { wish: { go: '/board' }, line: 'board' },
  d: { wish: { go: '/dashboard' }, line: 'dashboard' },
  s: { wish: { go: '/items?kind=issue' }, line: 'issues' },
  w: { wish: 'team-work', line: 'teamWork' },
  p: { wish: { go: '/projects' }, line: 'projects' },
  t: { wish: { go: '/teams' }, line: 'teams' },
};

/** The four main pages, in the order of the navigation. */
export const numbers: Record<string, Shortcut> = Object.fromEntries(
  ['m', 'i', 'b', 'd'].map((letter, place) => [String(place + 1), targets[letter]!]),
);

export const single: Record<string, Shortcut> = {
  c: { wish: 'create', line: 'newTask' },
  i: { wish: 'create-issue', line: 'newIssue' },
  e: { wish: { press: 'E' }, line: 'editTitle' },
  s: { wish: { press: 'S' }, line: 'status' },
  r: { wish: { press: 'R' }, line: 'relation' },
  '/': { wish: 'search', line: 'filter' },
  '?': { wish: 'help', line: 'help' },
};

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
  if (afterG) return targets[letter]?.wish ?? null;
  if (letter === 'g') return 'second';
  return (single[event.key] ?? single[letter] ?? numbers[letter])?.wish ?? null;
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
