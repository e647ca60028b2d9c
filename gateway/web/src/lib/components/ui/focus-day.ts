import { tick } from 'svelte';

/** For the calendar of a field, whenever its code is here: the focus stands on the day that the arrow keys go on from. */
export function focusDay(calendar: HTMLElement): void {
  void tick().then(() =>
    calendar.querySelector<HTMLElement>('[role=gridcell] [tabindex="0"]')?.focus({ preventScroll: true }),
  );
}
