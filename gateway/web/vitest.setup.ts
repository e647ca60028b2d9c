import { configure } from '@testing-library/svelte';
import { beforeEach } from 'vitest';

// A busy machine loads the code of a dialog late; a dialog that never loads still fails the test.
configure({ asyncUtilTimeout: 20_000 });

// What jsdom lacks, since it lays nothing out: every element is small and inside the window, and stays so. Like a
// browser, an observer reports the first size of each element.
class Sizes {
  constructor(private report: (entries: { target: Element }[]) => void) {}
  observe(target: Element) {
    setTimeout(() => this.report([{ target }]));
  }
  unobserve() {}
  disconnect() {
    this.report = () => {};
  }
}
globalThis.ResizeObserver ??= Sizes as unknown as typeof ResizeObserver;
globalThis.IntersectionObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof IntersectionObserver;
Element.prototype.scrollIntoView ??= () => {};
Element.prototype.checkVisibility ??= () => true;
Element.prototype.getBoundingClientRect = () => new DOMRect(10, 10, 10, 10);
Object.defineProperty(document.documentElement, 'clientWidth', { value: innerWidth });
Object.defineProperty(document.documentElement, 'clientHeight', { value: innerHeight });

// A draft of one test must not appear in the next one.
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
