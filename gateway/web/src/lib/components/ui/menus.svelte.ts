import type { Snippet } from 'svelte';

export interface Choice {
  key: string;
  label: string;
  icon?: Snippet;
  /** Said of choices of which one holds: whether this does. */
  checked?: boolean;
  danger?: boolean;
  divided?: boolean;
  /** A dialog follows. */
  asks?: boolean;
  /** What such choices are together, where the menu is about more than them; they stand in a row. */
  oneOf?: string;
  onpick: () => void;
}

export interface OpenMenu {
  anchor: HTMLElement;
  label: string;
  choices: Choice[];
  /** Drawn before each choice that has no icon of its own. */
  icon?: Snippet<[string]>;
  head?: Snippet;
  align?: 'start' | 'end';
}

/** At most one menu is open at a time, so a list of a thousand rows holds a thousand plain buttons and one menu. */
class Menus {
  current = $state.raw<OpenMenu | null>(null);

  open(menu: OpenMenu): void {
    this.current = menu;
  }

  close(): void {
    this.current = null;
  }
}

export const menus = new Menus();
