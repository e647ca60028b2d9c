import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { queryClient } from '#lib/api/client.ts';
import { toHtml } from '#lib/components/ui/markdown.ts';
import { linkItems } from './item-links';

const requests: string[] = [];

/** Reports every element as visible at once. */
class Everywhere {
  constructor(private readonly tell: IntersectionObserverCallback) {}
  observe(target: Element) {
    const seen = [{ target, isIntersecting: true }] as unknown as IntersectionObserverEntry[];
    this.tell(seen, this as unknown as IntersectionObserver);
  }
  unobserve() {}
  disconnect() {}
}

function answer(path: string): Response {
  if (path.startsWith('/api/projects')) {
    const items = ['WEB', 'OPS'].map((key) => ({ key }));
    return Response.json({ items, next: null });
  }
  requests.push(path);
  return path.endsWith('-404')
    ? Response.json({ status: 404, reason: 'not-found' }, { status: 404 })
    : Response.json({ title: `Title of ${path.split('/').at(-1)}` });
}

beforeEach(() => {
  queryClient.clear();
  requests.length = 0;
  vi.stubGlobal('IntersectionObserver', Everywhere);
  vi.stubGlobal('fetch', (input: RequestInfo | URL) =>
    Promise.resolve(answer(new URL(input instanceof Request ? input.url : input, location.href).pathname)),
  );
});
afterEach(() => vi.unstubAllGlobals());

async function linked(text: string): Promise<HTMLElement> {
  const root = document.createElement('div');
  root.innerHTML = toHtml(text);
  linkItems(root);
  await vi.waitFor(() => expect(root.querySelectorAll('a[href^="/items/"]').length).toBeGreaterThan(0));
  await new Promise((done) => setTimeout(done, 20));
  return root;
}

const links = (root: HTMLElement) =>
  [...root.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.title, link.ariaLabel]);

it('links keys with their titles, and requests each once', async () => {
  const root = await linked('See WEB-12를 and (OPS-3), then WEB-12.\n\n- **WEB-12**');
  const web = ['/items/WEB-12', 'Title of WEB-12', 'WEB-12: Title of WEB-12'];
  expect(links(root)).toEqual([web, ['/items/OPS-3', 'Title of OPS-3', 'OPS-3: Title of OPS-3'], web, web]);
  expect(root.textContent.replaceAll('\n', '')).toBe('See WEB-12를 and (OPS-3), then WEB-12.WEB-12');
  expect(requests.length).toBe(2);
});

it('leaves code, links, unknown keys and keys of hidden projects as they are', async () => {
  const root = await linked(
    'WEB-1 `WEB-2` [WEB-3](https://example.com) https://example.com/WEB-4 UTF-8 WEB-404 xWEB-5 WEB-6-x',
  );
  expect(links(root).filter(([href]) => href?.startsWith('/items/'))).toEqual([
    ['/items/WEB-1', 'Title of WEB-1', 'WEB-1: Title of WEB-1'],
  ]);
  expect(root.textContent).toContain('UTF-8 WEB-404 xWEB-5 WEB-6-x');
  expect(requests.some((path) => path.includes('UTF'))).toBe(false);
});

it('requests at most twenty items of a text', async () => {
  await linked(Array.from({ length: 30 }, (_, n) => `WEB-${n + 1}`).join(' '));
  expect(requests.length).toBe(20);
});
