import { afterEach, expect, it, vi } from 'vitest';
import { keys, ignoreCompositionKeys } from './keys.ts';

let stop: (() => void)[] = [];
afterEach(() => {
  stop.forEach((one) => one());
  stop = [];
  document.body.replaceChildren();
});

function field(does: Parameters<typeof keys>[0]): HTMLInputElement {
  const input = document.body.appendChild(document.createElement('input'));
  const end = keys(does)(input);
  if (end) stop.push(end);
  return input;
}

const press = (on: HTMLElement, init: KeyboardEventInit) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

it('acts on a named key, with Ctrl or Cmd for Mod, and stops its propagation', () => {
  const does = { Enter: vi.fn(), 'Mod+Enter': vi.fn(), KeyS: vi.fn() };
  const input = field(does);
  const outside = vi.fn();
  document.body.addEventListener('keydown', outside);
  expect(press(input, { key: 'Enter' })).toBe(false);
  press(input, { key: 'Enter', metaKey: true });
  press(input, { key: 'ㄴ', code: 'KeyS' });
  expect(Object.values(does).map((one) => one.mock.calls.length)).toEqual([1, 1, 1]);
  expect(outside).not.toHaveBeenCalled();
  press(input, { key: 'Tab' });
  expect(outside).toHaveBeenCalledOnce();
  document.body.removeEventListener('keydown', outside);
});

it.each([{ isComposing: true }, { keyCode: 229 }])('acts on no key during a composition: %j', (composing) => {
  stop.push(ignoreCompositionKeys());
  const act = vi.fn();
  const input = field({ Enter: act, 'Mod+Enter': act, Escape: act });
  for (const key of ['Enter', 'Escape']) press(input, { key, ...composing });
  press(input, { key: 'Enter', ctrlKey: true, ...composing });
  expect(act).not.toHaveBeenCalled();
  press(input, { key: 'Enter' });
  expect(act).toHaveBeenCalledOnce();
});
