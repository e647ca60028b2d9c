const LONGEST_WAIT_MILLIS = 5_000;

let since: number | null = null;
let typed = '';

/** What is typed after a dialog was asked for by a key and before its code is here: it belongs into its first field. */
export const typeAhead = {
  /** A dialog was asked for, at the time stamp of an event. */
  begin(at: number): void {
    since = at;
    typed = '';
  },

  /** @returns whether the key press was one for the dialog that is to come */
  hears(event: Pick<KeyboardEvent, 'key' | 'timeStamp' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
    if (since === null || event.timeStamp - since > LONGEST_WAIT_MILLIS) return false;
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
    typed += event.key;
    return true;
  },

  /** The dialog is here. */
  end(field: HTMLElement | null): void {
    const text = typed;
    since = null;
    typed = '';
    if (text === '' || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.setRangeText(text, field.value.length, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  },
};
