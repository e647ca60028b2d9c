import { itemTitle } from '#lib/api/item-titles.ts';

const KEY = /(?<![A-Za-z0-9_/.-])[A-Z][A-Z0-9]{1,9}-[1-9]\d{0,8}(?![A-Za-z0-9_-])/g;

/** How many items of one text are looked up. */
const AT_MOST = 20;

/**
 * Turns the keys of items in a text into links with their titles, once they are visible and known to exist. Other text
 * that looks like a key stays as it is, and so do code and links.
 */
export function linkItems(root: HTMLElement): () => void {
  const marks = marksOf(root);
  const requested = new Set<string>();
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      void link(target);
    }
  });
  for (const mark of marks) {
    if (requested.size === AT_MOST && !requested.has(mark.textContent)) continue;
    requested.add(mark.textContent);
    watch.observe(mark);
  }
  return () => watch.disconnect();
}

async function link(mark: Element): Promise<void> {
  const key = mark.textContent;
  const title = await itemTitle(key);
  if (title === null) return;
  const to = document.createElement('a');
  to.href = `/items/${key}`;
  to.title = title;
  to.ariaLabel = `${key}: ${title}`;
  to.textContent = key;
  mark.replaceWith(to);
}

/** Wraps each key in an element, in the order of the text. */
function marksOf(root: HTMLElement): HTMLElement[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest('a, code, pre')) texts.push(text);
  }
  return texts.flatMap((text) =>
    [...text.data.matchAll(KEY)]
      .reverse()
      .map((found) => markAt(text, found.index, found[0].length))
      .reverse(),
  );
}

function markAt(text: Text, start: number, length: number): HTMLElement {
  const key = text.splitText(start);
  key.splitText(length);
  const mark = document.createElement('span');
  key.replaceWith(mark);
  mark.append(key);
  return mark;
}
