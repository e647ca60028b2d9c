import { expect, type CDPSession, type Page } from '@playwright/test';

/** A window: its width in CSS pixels and its zoom factor. */
export interface Window {
  width: number;
  zoom?: number;
}

export const windows: Window[] = [
  { width: 360 },
  { width: 390 },
  { width: 800 },
  { width: 1024 },
  { width: 1440 },
  { width: 1920 },
  { width: 720, zoom: 2 },
];

export const called = ({ width, zoom = 1 }: Window) =>
  `${width * zoom} px${zoom === 1 ? '' : ` at ${zoom * 100} %`}`;

/** Emulated metrics last as long as the DevTools session. */
const tools = new WeakMap<Page, CDPSession>();

/** Gives the page's window this size. */
export async function resize(page: Page, { width, zoom = 1 }: Window): Promise<void> {
  const height = Math.round((width < 500 ? 844 : 900) / zoom);
  if (!tools.has(page)) tools.set(page, await page.context().newCDPSession(page));
  await page.setViewportSize({ width, height });
  const metrics = { width, height, deviceScaleFactor: zoom, mobile: false };
  await tools.get(page)!.send('Emulation.setDeviceMetricsOverride', metrics);
  await expect
    .poll(() => page.evaluate(() => [window.innerWidth, window.innerHeight, window.devicePixelRatio]))
    .toEqual([width, height, zoom]);
}

/** Waits until a page has loaded and stopped changing. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main')).toBeVisible();
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('.animate-pulse')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise<void>((quiet) => {
      let timer = setTimeout(quiet, 200);
      new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(quiet, 200);
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
      setTimeout(quiet, 5_000);
    });
  });
}

/**
 * Nothing is cut off, nothing overlaps, and each title has room:
 * - the page does not scroll sideways
 * - a text that does not fit ends in an ellipsis after readable text, or can be scrolled to
 * - no two texts are painted over each other
 * - a field has 64 pixels
 * - an item's title that does not fit has 240 pixels, or a line of its own
 */
export async function expectWellLaidOut(page: Page, where: string): Promise<void> {
  // Components that depend on the window's size redraw a moment after a resize.
  await expect
    .configure({ soft: true })
    .poll(() => page.evaluate(faults), { message: where, timeout: 3_000 })
    .toEqual([]);
}

/** Runs in the page. */
function faults(): string[] {
  const found: string[] = [];
  interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }
  interface Line extends Box {
    element: Element;
    /** The element with which it scrolls. */
    layer: Element;
  }
  const TOLERANCE = 2;
  const name = (element: Element) =>
    `“${element.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 40)}” in <${element.tagName.toLowerCase()} class="${String(element.getAttribute('class') ?? '').slice(0, 60)}">`;

  const beyond = document.documentElement.scrollWidth - window.innerWidth;
  if (beyond > 0) found.push(`the page scrolls sideways by ${beyond} px`);

  /** The ancestors that clip an element, the nearest first: a positioned element escapes unpositioned ancestors. */
  function* clippers(element: Element): Generator<[Element, CSSStyleDeclaration]> {
    let escapes = false;
    for (let one: Element | null = element; one !== null && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (escapes && style.position === 'static') continue;
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') yield [one, style];
      if (style.position === 'fixed') return;
      escapes = style.position === 'absolute';
    }
  }

  /** Not visible, or for screen readers only. */
  const isUnseen = (element: Element) => {
    for (let one: Element | null = element; one !== null; one = one.parentElement)
      if (getComputedStyle(one).clipPath === 'inset(50%)') return true;
    return !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };

  const layerOf = (element: Element): Element => {
    for (let one: Element | null = element; one !== null; one = one.parentElement)
      if (['fixed', 'sticky'].includes(getComputedStyle(one).position)) return one;
    return document.body;
  };

  /** The visible part of a line of text; faults of the rest are recorded. */
  function seen(element: Element, rect: DOMRect): Box | null {
    let { left, top, right, bottom } = rect;
    let reachable = false;
    for (const [clipper, style] of clippers(element)) {
      const box = clipper.getBoundingClientRect();
      const isCut = left < box.left - TOLERANCE || right > box.right + TOLERANCE;
      const isLow = top < box.top - TOLERANCE || bottom > box.bottom + TOLERANCE;
      const scrolls = /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`);
      const ends = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      if (isCut || isLow) {
        if (scrolls) reachable = true;
        else if (!ends && !reachable) found.push(`cut: ${name(element)}`);
        else if (ends && isCut && box.width < 24) found.push(`squeezed: ${name(element)}`);
      }
      left = Math.max(left, box.left);
      right = Math.min(right, box.right);
      top = Math.max(top, box.top);
      bottom = Math.min(bottom, box.bottom);
    }
    if (!reachable && bottom > 0 && (left < -TOLERANCE || right > window.innerWidth + TOLERANCE))
      found.push(`beyond the edge: ${name(element)}`);
    return right - left > TOLERANCE && bottom - top > TOLERANCE ? { left, top, right, bottom } : null;
  }

  const lines: Line[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const element = text.parentElement;
    if (
      element === null ||
      text.data.trim() === '' ||
      element.closest('script, style, option, textarea, title')
    )
      continue;
    if (isUnseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue;
      const box = seen(element, rect);
      if (box !== null) lines.push({ ...box, element, layer: layerOf(element) });
    }
  }

  lines.sort((a, b) => a.top - b.top);
  for (const [place, one] of lines.entries())
    for (let next = place + 1; next < lines.length && lines[next]!.top < one.bottom - TOLERANCE; next++) {
      const other = lines[next]!;
      if (one.element === other.element || one.layer !== other.layer) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > TOLERANCE && down > TOLERANCE)
        found.push(`over each other: ${name(one.element)} and ${name(other.element)}`);
    }

  for (const title of document.querySelectorAll<HTMLElement>('main a[href^="/items/"]')) {
    const row = title.closest('[data-row], [role="row"], li');
    const isKey = /^[A-Z][A-Z0-9]*-\d+$/.test(title.textContent.trim());
    if (row === null || isKey || isUnseen(title) || title.closest('.markdown')) continue;
    const isCut =
      title.scrollWidth > title.clientWidth || title.scrollHeight > title.clientHeight + TOLERANCE;
    if (!isCut || title.clientWidth >= 240) continue;
    const { top, bottom } = title.getBoundingClientRect();
    const shares = lines.some(
      (line) =>
        row.contains(line.element) &&
        !title.contains(line.element) &&
        Math.min(line.bottom, bottom) - Math.max(line.top, top) > TOLERANCE,
    );
    if (shares) found.push(`no room for the title (${title.clientWidth} px): ${name(title)}`);
  }

  // A field's selected value must be readable at least in part.
  for (const field of document.querySelectorAll<HTMLElement>('select, input:not([type])'))
    if (!isUnseen(field) && field.clientWidth < 64)
      found.push(`squeezed to ${field.clientWidth} px: ${name(field)}`);
  return [...new Set(found)];
}
