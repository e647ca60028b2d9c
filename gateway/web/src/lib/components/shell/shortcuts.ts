import type { help } from '#lib/i18n/help.ts';

type Path = '/my-work' | '/items' | '/items?kind=issue' | '/board' | '/dashboard' | '/projects' | '/teams';
export type Line = keyof typeof help.en;

/** The meaning of a key press outside fields; "g" waits for a second key. */
export type Action =
  | { go: Path }
  /** The element that the page marks with this letter by `aria-keyshortcuts`. */
  | { press: string }
  | 'palette'
  | 'create'
  | 'create-issue'
  | 'help'
  | 'search'
  | 'team-work'
  | 'second';

interface Shortcut {
  action: Action;
  line: Line;
}

/** The second key after "g", and the page it opens. */
export const targets: Record<string, Shortcut> = {
  m: { action: { go: '/my-work' }, line: 'myWork' },
  i: { action: { go: '/items' }, line: 'items' },
  b: { action: { go: '/board' }, line: 'board' },
  d: { action: { go: '/dashboard' }, line: 'dashboard' },
  s: { action: { go: '/items?kind=issue' }, line: 'issues' },
  w: { action: 'team-work', line: 'teamWork' },
  p: { action: { go: '/projects' }, line: 'projects' },
  t: { action: { go: '/teams' }, line: 'teams' },
};

/** The four main pages, in the order of the navigation. */
export const numbers: Record<string, Shortcut> = Object.fromEntries(
  ['m', 'i', 'b', 'd'].map((letter, place) => [String(place + 1), targets[letter]!]),
);

export const single: Record<string, Shortcut> = {
  c: { action: 'create', line: 'newTask' },
  i: { action: 'create-issue', line: 'newIssue' },
  e: { action: { press: 'E' }, line: 'editTitle' },
  s: { action: { press: 'S' }, line: 'status' },
  r: { action: { press: 'R' }, line: 'relation' },
  '/': { action: 'search', line: 'filter' },
  '?': { action: 'help', line: 'help' },
};

/** Letters are also read from the key's position, so that they work with a Korean keyboard layout. */
const letterOf = (event: Pick<KeyboardEvent, 'key' | 'code'>) =>
  /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;

export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  typing: boolean,
  afterG: boolean,
): Action | null {
  const letter = letterOf(event);
  if ((event.ctrlKey || event.metaKey) && !event.altKey && letter === 'k') return 'palette';
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (afterG) return targets[letter]?.action ?? null;
  if (letter === 'g') return 'second';
  return (single[event.key] ?? single[letter] ?? numbers[letter])?.action ?? null;
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
