/** What a key press means outside of fields, or null. "g" waits for a second key. */
export type Wish =
  | { go: '/my-work' | '/items' | '/board' | '/dashboard' | '/projects' }
  | 'palette'
  | 'create'
  | 'help'
  | 'search'
  | 'second';

const targets: Record<string, '/my-work' | '/items' | '/board' | '/dashboard' | '/projects'> = {
  m: '/my-work',
  i: '/items',
  b: '/board',
  d: '/dashboard',
  p: '/projects',
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
  if (afterG) return letter in targets ? { go: targets[letter]! } : null;
  if (event.key === '?') return 'help';
  if (event.key === '/') return 'search';
  if (letter === 'g') return 'second';
  if (letter === 'c') return 'create';
  return null;
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
