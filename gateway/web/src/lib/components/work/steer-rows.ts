import type { Attachment } from 'svelte/attachments';

/** Arrow keys (or j and k) walk through the rows, s opens the status menu of the row. */
export const steerRows: Attachment<HTMLElement> = (list) => {
  function hear(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const row = (event.target as HTMLElement).closest('[data-row]');
    if (row === null) return;
    if (event.key === 'ArrowDown' || event.code === 'KeyJ') step(row, 1);
    else if (event.key === 'ArrowUp' || event.code === 'KeyK') step(row, -1);
    else if (event.code === 'KeyS') row.querySelector<HTMLElement>('[data-menu]:not(:disabled)')?.click();
    else return;
    event.preventDefault();
  }

  function step(row: Element, by: 1 | -1) {
    const rows = [...list.querySelectorAll('[data-row]')];
    const next = rows[rows.indexOf(row) + by];
    next?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  }

  list.addEventListener('keydown', hear);
  return () => list.removeEventListener('keydown', hear);
};
