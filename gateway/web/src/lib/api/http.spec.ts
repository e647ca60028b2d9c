import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { connection } from './connection.svelte.ts';
import { ask, Refused, refusal, url, whenSessionEnds } from './http.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers });

let seen: { url: string; init: RequestInit }[] = [];

function server(...answers: (() => Response | Promise<Response>)[]) {
  vi.stubGlobal('fetch', async (to: string, init: RequestInit) => {
    seen.push({ url: to, init });
    return answers.shift()!();
  });
}

beforeEach(async () => {
  await i18n.use('en');
  seen = [];
  document.cookie = 'XSRF-TOKEN=proof';
});
afterEach(() => vi.unstubAllGlobals());

describe('a request', () => {
  it('carries the proof against forged requests when it changes something', async () => {
    server(() => answer(200, {}));
    await ask('PATCH', '/tasks/WEB-1', { body: { title: 'x' }, ifMatch: '"3"', idempotencyKey: 'k' });
    expect(seen[0]!.init.headers).toMatchObject({
      'X-XSRF-TOKEN': 'proof',
      'If-Match': '"3"',
      'Idempotency-Key': 'k',
      'Content-Type': 'application/json',
    });
  });

  it('leaves out what is not asked', () => {
    expect(url('/work-items', { project: 'WEB', text: '', at: null, limit: 5 })).toBe(
      '/api/work-items?project=WEB&limit=5',
    );
  });

  it('gives the body, the version and where it is', async () => {
    server(() => answer(201, { key: 'WEB-1' }, { ETag: '"0"', Location: '/api/tasks/WEB-1' }));
    expect(await ask('POST', '/tasks', { body: {} })).toEqual({
      body: { key: 'WEB-1' },
      etag: '"0"',
      location: '/api/tasks/WEB-1',
    });
  });
});

describe('a refusal', () => {
  it('tells the reason, the sentence and the field', async () => {
    const refused = await refusal(
      answer(400, {
        reason: 'invalid',
        detail: 'Check the title.',
        errors: [{ pointer: '/title', message: 'Too long.' }],
      }),
    );
    expect(refused).toMatchObject({ status: 400, reason: 'invalid', detail: 'Check the title.' });
    expect(refused.at('title')).toBe('Too long.');
    expect(refused.at('name')).toBeUndefined();
  });

  it('says what is wrong with a field in the reader’s language where the reason is known', async () => {
    await i18n.use('ko');
    const refused = await refusal(
      answer(400, {
        errors: [{ pointer: '/password', message: 'Many people use it.', reason: 'password-common' }],
      }),
    );
    expect(refused.at('password')).toMatch('많은 사람이 쓰는 비밀번호');
  });

  it('is told by its status when it is no problem document', async () => {
    const refused = await refusal(
      new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Retry-After': '3' } }),
    );
    expect(refused).toMatchObject({ status: 502, retryAfter: 3, away: true });
  });

  it('ends the session when the server knows nobody, but not while logging in', async () => {
    const ended = vi.fn();
    whenSessionEnds(ended);
    server(
      () => answer(401, {}),
      () => answer(401, {}),
    );
    await expect(ask('POST', '/session', { body: {} })).rejects.toBeInstanceOf(Refused);
    expect(ended).not.toHaveBeenCalled();
    await expect(ask('GET', '/my-work')).rejects.toMatchObject({ status: 401 });
    expect(ended).toHaveBeenCalledOnce();
  });

  it('says that the server is out of reach, and that it is back', async () => {
    server(
      () => Promise.reject(new TypeError('failed')),
      () => answer(503, {}),
      () => answer(200, {}),
    );
    await expect(ask('GET', '/projects')).rejects.toMatchObject({ status: 0, away: true });
    expect(connection.state).toBe('offline');
    await expect(ask('GET', '/projects')).rejects.toMatchObject({ status: 503 });
    expect(connection.state).toBe('starting');
    await ask('GET', '/projects');
    expect(connection.state).toBe('fine');
  });
});
