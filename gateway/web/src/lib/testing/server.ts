import { onTestFinished, vi } from 'vitest';
import { queryClient } from '#lib/api/client.ts';

/** A request that a test sent. */
export interface Sent {
  /** Its method and path. */
  call: string;
  query: Record<string, string>;
  body: unknown;
  headers: Headers;
}

type Reply = object | ((request: Sent) => object | Promise<object>);

/**
 * A server that knows these answers by method and path until the test has finished; anything else is not found.
 *
 * @returns the requests that it gets
 */
export function serve(replies: Record<string, Reply>): Sent[] {
  const sent: Sent[] = [];
  queryClient.clear();
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    const text = await request.text();
    const one: Sent = {
      call: `${request.method} ${pathname}`,
      query: Object.fromEntries(searchParams),
      body: isJson(request) ? JSON.parse(text) : text || undefined,
      headers: request.headers,
    };
    sent.push(one);
    const reply = replies[one.call] ?? refuse(404, 'not-found');
    const answer = typeof reply === 'function' ? await reply(one) : reply;
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
    queryClient.clear();
  });
  return sent;
}

const isJson = ({ headers }: Request) => headers.get('Content-Type')?.includes('json') ?? false;

/** A problem document. */
export const refuse = (status: number, reason: string, more: object = {}): Response =>
  Response.json({ status, reason, detail: 'No.', ...more }, { status });

/** The answer to a request that returns nothing. */
export const done = (): Response => new Response(null, { status: 204 });

/** A page of a list. */
export const page = <T>(items: T[], next: string | null = null, total: number | null = items.length) => ({
  items,
  next,
  total,
});

/** The requests that change something. */
export const changes = (sent: Sent[]): string[] =>
  sent
    .filter(({ call }) => !call.startsWith('GET '))
    .map(({ call, body }) => (body === undefined ? call : `${call} ${JSON.stringify(body)}`));
