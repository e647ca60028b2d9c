import { configure } from '@testing-library/svelte';
import { beforeEach } from 'vitest';

// A busy machine loads the code of a dialog late; a dialog that never loads still fails the test.
configure({ asyncUtilTimeout: 20_000 });

// What jsdom lacks, since it lays nothing out: every element is visible and no size ever changes.
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoObserver;
globalThis.IntersectionObserver ??= NoObserver as unknown as typeof IntersectionObserver;
Element.prototype.scrollIntoView ??= () => {};
Element.prototype.checkVisibility ??= () => true;

// A draft of one test must not appear in the next one.
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
