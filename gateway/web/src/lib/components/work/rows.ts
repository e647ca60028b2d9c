/** The rows or cards of work on the page, in the order of the arrow keys. */
export function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main [data-row]')];
}

export const linkOf = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('a');

/** The visible one of the elements for narrow and wide screens. */
export const menuOf = (row: HTMLElement | undefined) =>
  [...(row?.querySelectorAll<HTMLElement>('[data-menu]:not(:disabled)') ?? [])].find((menu) =>
    menu.checkVisibility(),
  );
