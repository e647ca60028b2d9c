import type { Snippet } from 'svelte';

export interface Choice {
  key: string;
  label: string;
  icon?: Snippet;
  /** For a radio item: whether it is the chosen one. */
  checked?: boolean;
  danger?: boolean;
  divided?: boolean;
  /** Whether it opens a dialog. */
  opensDialog?: boolean;
  /** The name of the radio group, if the menu has other items too; its items are consecutive. */
  oneOf?: string;
  onpick: () => void;
}

export interface OpenMenu {
  anchor: HTMLElement;
  label: string;
  choices: Choice[];
  /** The icon of items without one of their own. */
  icon?: Snippet<[string]>;
  head?: Snippet;
  align?: 'start' | 'end';
}

/** At most one menu is open at a time: a list of a thousand rows has a thousand plain buttons and one menu. */
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
