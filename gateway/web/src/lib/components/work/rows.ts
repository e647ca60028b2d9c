/** The rows or cards of work on the page, as the keyboard walks through them. */
export function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main [data-row]')];
}

export const linkOf = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('a');

/** The one of those for narrow and wide screens that can be seen. */
export const menuOf = (row: HTMLElement | undefined) =>
  [...(row?.querySelectorAll<HTMLElement>('[data-menu]:not(:disabled)') ?? [])].find((menu) =>
    menu.checkVisibility(),
  );
