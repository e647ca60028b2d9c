import { linkOf, menuOf, rows } from './rows.ts';

/** A list may have to be reloaded before a row that left one section appears in another. */
const PATIENCE_MILLIS = 1_000;

/** An overlay belongs to the row from which it was opened. */
const ABOVE = '[role="menu"], [role="dialog"], [data-toast]';

interface Held {
  path: string;
  key: string;
  place: number;
  onMenu: boolean;
}

/**
 * Keeps the focus on the row or card in use: when the focused element disappears (a row moves to another section, a menu or
 * a message closes), the focus goes back to that row, or to the one that took its place.
 *
 * @returns a function that stops it
 */
export function keepFocusOnRows(): () => void {
  let held: Held | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function hold({ target }: FocusEvent) {
    if (!(target instanceof HTMLElement) || target.closest(ABOVE) !== null) return;
    const row = target.closest<HTMLElement>('[data-row]');
    held = row && {
      path: location.pathname,
      key: row.dataset['row']!,
      place: rows().indexOf(row),
      onMenu: target.matches('[data-menu]'),
    };
  }

  function letGo({ target }: Event) {
    if (target instanceof Element && target.closest(`${ABOVE}, [data-row]`) === null) held = null;
  }

  function giveBack() {
    if (!isLost(held)) return;
    const row = rows().find((one) => one.dataset['row'] === held?.key);
    if (row === undefined) patience ??= setTimeout(giveToNeighbour, PATIENCE_MILLIS);
    else focus(row, held.onMenu);
  }

  function giveToNeighbour() {
    patience = undefined;
    const row = isLost(held) ? (rows()[held.place] ?? rows().at(-1)) : undefined;
    if (row !== undefined) focus(row, false);
  }

  const changes = new MutationObserver(giveBack);
  document.addEventListener('focusin', hold);
  document.addEventListener('pointerdown', letGo);
  changes.observe(document.body, { childList: true, subtree: true });
  return () => {
    clearTimeout(patience);
    document.removeEventListener('focusin', hold);
    document.removeEventListener('pointerdown', letGo);
    changes.disconnect();
  };
}

const isLost = (held: Held | null): held is Held =>
  held?.path === location.pathname &&
  document.activeElement === document.body &&
  document.querySelector('[role="menu"], [role="dialog"]') === null;

function focus(row: HTMLElement, onMenu: boolean): void {
  ((onMenu ? menuOf(row) : undefined) ?? linkOf(row))?.focus({ preventScroll: true });
}
