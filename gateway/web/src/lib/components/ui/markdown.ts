import DOMPurify from 'dompurify';
import { Marked, type Token } from 'marked';

DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName !== 'A') return;
  node.setAttribute('target', '_blank');
  node.setAttribute('rel', 'noopener noreferrer nofollow');
});

const options = { gfm: true, breaks: true, async: false as const };

/** HTML is shown as text: people write List<Foo> more often than HTML. */
const asTyped = {
  html: () => undefined,
  tag: () => undefined,
  def: (source: string) => {
    const target = /^ {0,3}\[[^\]]*\]:\s*<?(\S+)/.exec(source)?.[1];
    return target !== undefined && isRefused(target) ? undefined : false;
  },
};

const lexer = new Marked(options, { tokenizer: asTyped });
const readable = drawer(false);
const tickable = drawer(true);

function drawer(canTick: boolean): Marked {
  return new Marked(options, {
    tokenizer: asTyped,
    renderer: {
      link: ({ href, raw }) => (isRefused(href) ? escaped(raw) : false),
      image: ({ href, text, raw }) =>
        isRefused(href) ? escaped(raw) : `<a href="${escaped(href)}">${escaped(text || href)}</a>`,
      checkbox: ({ checked }) =>
        `<input type="checkbox"${checked ? ' checked' : ''}${canTick ? '' : ' disabled'}> `,
      listitem(item) {
        const inner = this.parser.parse(item.tokens);
        return `<li>${item.task ? inner.replace('<input ', `<input aria-label="${escaped(nameOf(item.text))}" `) : inner}</li>\n`;
      },
    },
  });
}

/** The first line of a task list entry, without Markdown marks. */
const nameOf = (text: string) => (text.split('\n')[0] ?? '').replace(/^\[[ xX]\]\s+|[*_`~]/g, '');

/**
 * Markdown as safe HTML: no scripts, styles, forms or embedded pages, and pictures only as links. Raw HTML and
 * refused links stay as they were typed.
 *
 * @param canTick whether the check boxes of task lists can be ticked
 */
export function toHtml(markdown: string, canTick = false): string {
  const html = (canTick ? tickable : readable).parse(markdown) as string;
  return DOMPurify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ['style', 'form', 'button', 'textarea', 'select', 'img', 'video', 'audio', 'picture'],
    FORBID_ATTR: ['style', 'class', 'id'],
  });
}

/** The text with one box of its task lists ticked or not; the first box is 0. */
export function tick(markdown: string, index: number, checked: boolean): string {
  const boxes = boxesOf(markdown);
  if (boxes[index] === undefined || boxes[index] === checked) return markdown;
  const wanted = boxes.with(index, checked).join();
  // A mark may be inside code. The parser decides which mark belongs to the box; mostly it is the one at its index.
  const marks = [...markdown.matchAll(/\[[ xX]\]/g)]
    .map((mark, place) => ({ at: mark.index, away: Math.abs(place - index) }))
    .sort((a, b) => a.away - b.away);
  for (const { at } of marks) {
    const changed = `${markdown.slice(0, at)}[${checked ? 'x' : ' '}]${markdown.slice(at + 3)}`;
    if (boxesOf(changed).join() === wanted) return changed;
  }
  return markdown;
}

function boxesOf(markdown: string): boolean[] {
  const boxes: boolean[] = [];
  void lexer.walkTokens(lexer.lexer(markdown), (token: Token) => {
    if (token.type === 'list_item' && token['task'] === true) boxes.push(token['checked'] === true);
  });
  return boxes;
}

const schemes = ['http', 'https', 'mailto', 'tel'];

/** Invalid addresses, and those that run code. */
function isRefused(href: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(decoded(href).replace(/[\s\p{Cc}]/gu, ''))?.[1];
  return scheme !== undefined && !schemes.includes(scheme.toLowerCase());
}

/** Decodes entities, as a browser does in an attribute. */
function decoded(text: string): string {
  const inert = document.createElement('textarea');
  inert.innerHTML = text;
  return inert.value;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
