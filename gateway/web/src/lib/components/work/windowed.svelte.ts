import type { Attachment } from 'svelte/attachments';

const ROW = 36;
const TALL_ROW = 56;
/** The width below which rows have two lines; the same as the style sheet's variant "narrow". */
const NARROW = 640;
const OVERSCAN = 8;

/** The rows of a long list that are in the document: those in the window and a few around it. */
export class Windowed {
  from = $state(0);
  to = $state(30);
  height = $state(ROW);
  #count: () => number;

  constructor(count: () => number) {
    this.#count = count;
  }

  get before(): number {
    return Math.min(this.from, this.#count()) * this.height;
  }

  get after(): number {
    return Math.max(0, this.#count() - this.to) * this.height;
  }

  watch: Attachment<HTMLElement> = (list) => {
    const look = () => {
      this.height = list.clientWidth < NARROW ? TALL_ROW : ROW;
      const above = -list.getBoundingClientRect().top;
      const [from, to] = span(above, innerHeight, this.height, this.#count());
      this.from = from;
      this.to = to;
    };
    let waiting = 0;
    const later = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        look();
      });
    };
    look();
    // After a change of length the window may show rows that are gone.
    const stop = $effect.root(() => {
      $effect(() => {
        this.#count();
        later();
      });
    });
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    const width = new ResizeObserver(later);
    width.observe(list);
    return () => {
      stop();
      cancelAnimationFrame(waiting);
      removeEventListener('scroll', later);
      removeEventListener('resize', later);
      width.disconnect();
    };
  };
}

/** First and last (excluded) row to draw, by how many pixels of the list are above the window. */
export function span(above: number, windowHeight: number, row: number, count: number): [number, number] {
  const first = Math.floor(Math.max(0, above) / row);
  const visible = Math.ceil(windowHeight / row) + 1;
  const from = Math.max(0, Math.min(first, count - visible) - OVERSCAN);
  return [from, Math.min(count, Math.max(first, 0) + visible + OVERSCAN)];
}
