const FIELDS = ['input:not([type="hidden"], [type="checkbox"], [type="radio"])', 'textarea', 'select'];
const USABLE = ':not(:disabled, [readonly])';

/** The element to focus when a form or dialog opens: its first field, or else its first button. */
export function firstField(within: HTMLElement): HTMLElement | null {
  const first = FIELDS.map((field) => field + USABLE).join(', ');
  return (
    within.querySelector<HTMLElement>(`[data-first], ${first}`) ??
    within.querySelector<HTMLElement>('input:checked, input:enabled, button:enabled, a[href]')
  );
}

/** The first invalid field: an input, or the button of a picker. */
export function firstInvalidField(within: HTMLElement): HTMLElement | null {
  return within.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] button');
}

/** Whether its error message is on the page. */
export const showsError = (within: HTMLElement): boolean =>
  within.querySelector('[aria-invalid="true"], [data-wrong], [role="alert"]') !== null;
