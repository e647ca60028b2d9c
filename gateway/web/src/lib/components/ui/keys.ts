import type { Attachment } from 'svelte/attachments';

/**
 * Key names, with "Mod+" before them for Ctrl or Cmd; letters by their position ("KeyS"), so that they work with a
 * Korean keyboard layout.
 */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** Handles key presses inside an element. A handled press does nothing else. */
export const keys =
  (does: Keys): Attachment<HTMLElement> =>
  (element) => {
    const handleKey = (event: KeyboardEvent) => press(event, does);
    element.addEventListener('keydown', handleKey);
    return () => element.removeEventListener('keydown', handleKey);
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
 * While an input method composes a syllable, Enter and Escape only end the composition. Some browsers report that by key
 * code 229 only. Call it once, before any other listener is added.
 */
export function ignoreCompositionKeys(): () => void {
  const handleKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === COMPOSING) event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', handleKey, { capture: true });
  return () => window.removeEventListener('keydown', handleKey, { capture: true });
}

const COMPOSING = 229;
