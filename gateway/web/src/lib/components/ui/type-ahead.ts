const LONGEST_WAIT_MILLIS = 5_000;

let since: number | null = null;
let typed = '';

/** Keeps what is typed between a shortcut and the loading of its dialog; it goes into the dialog's first field. */
export const typeAhead = {
  /** A dialog was requested, at the time stamp of an event. */
  begin(at: number): void {
    since = at;
    typed = '';
  },

  /** @returns whether the key press was meant for the dialog that is loading */
  takes(event: Pick<KeyboardEvent, 'key' | 'timeStamp' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
    if (since === null || event.timeStamp - since > LONGEST_WAIT_MILLIS) return false;
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
    typed += event.key;
    return true;
  },

  /** The dialog is loaded. */
  end(field: HTMLElement | null): void {
    const text = typed;
    since = null;
    typed = '';
    if (text === '' || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.setRangeText(text, field.value.length, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  },
};
