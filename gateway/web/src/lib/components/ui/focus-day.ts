import { tick } from 'svelte';

/** Focuses the day from which the arrow keys go on, once the calendar is rendered. */
export function focusDay(calendar: HTMLElement): void {
  void tick().then(() =>
    calendar.querySelector<HTMLElement>('[role=gridcell] [tabindex="0"]')?.focus({ preventScroll: true }),
  );
}
