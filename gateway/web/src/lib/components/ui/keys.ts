import type { Attachment } from 'svelte/attachments';

/**
 * By the name of the key, with "Mod+" before it for Ctrl or Cmd; letters by their place ("KeyS"), so that they work
 * while a Korean keyboard is on.
 */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** What an element does at key presses within it. A press that does something here does nothing else. */
export const keys =
  (does: Keys): Attachment<HTMLElement> =>
  (element) => {
    const hear = (event: KeyboardEvent) => press(event, does);
    element.addEventListener('keydown', hear);
    return () => element.removeEventListener('keydown', hear);
  };

export function press(event: KeyboardEvent, does: Keys): void {
  if (event.altKey) return;
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  const act = does[mod + event.key] ?? does[mod + event.code];
  if (act === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  act(event);
}

/**
 * While an input method composes a syllable, its keys are its own: Enter and Escape end the composition and nothing else.
 * Some browsers tell that by the key code 229 alone. To be called once, before anything else listens.
 */
export function leaveCompositionAlone(): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === COMPOSING) event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', hear, { capture: true });
  return () => window.removeEventListener('keydown', hear, { capture: true });
}

const COMPOSING = 229;
