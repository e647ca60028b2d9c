import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { connection } from './connection.svelte.ts';
import { explain } from './explain.ts';
import { api } from './api.ts';
import { formOf } from './form-data.ts';
import { Refused, refusal, whenSessionEnds } from './http.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers });

let seen: Request[] = [];

function server(...answers: (() => Response | Promise<Response>)[]) {
  vi.stubGlobal('fetch', async (request: Request) => {
    seen.push(request);
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
    server(
      () => answer(200, {}),
      () => answer(200, {}),
    );
    await api.patch('/api/tasks/{key}', {
      path: { key: 'WEB-1' },
      body: { title: 'x' },
      header: { 'If-Match': '"3"', 'Idempotency-Key': 'k' },
    });
    await api.get('/api/my-work');
    const [change, question] = seen;
    expect(Object.fromEntries(change!.headers)).toMatchObject({
      'x-xsrf-token': 'proof',
      'if-match': '"3"',
      'idempotency-key': 'k',
      'content-type': 'application/json',
    });
    expect(await change!.json()).toEqual({ title: 'x' });
    expect(question!.headers.has('X-XSRF-TOKEN')).toBe(false);
  });

  it('carries the proof under the name that it has where people come by https', async () => {
    vi.spyOn(document, 'cookie', 'get').mockReturnValue('XSRF-TOKEN=old; __Host-XSRF-TOKEN=proof2');
    server(() => answer(204, undefined));
    await api.delete('/api/session');
    expect(seen[0]!.headers.get('X-XSRF-TOKEN')).toBe('proof2');
    vi.restoreAllMocks();
  });

  it('leaves out what is not asked, and puts commas between several', async () => {
    server(() => answer(200, {}));
    await api.get('/api/work-items', {
      query: { project: 'WEB', priority: ['LOW', 'NONE'], text: '', at: null, limit: 5 },
    });
    expect(decodeURIComponent(seen[0]!.url)).toBe(
      `${location.origin}/api/work-items?project=WEB&priority=LOW,NONE&limit=5`,
    );
  });

  it('writes what is part of the path so that it stays one part', async () => {
    server(() => answer(200, {}));
    await api.get('/api/work-items/{key}', { path: { key: 'a/b?c' } });
    expect(seen[0]!.url).toBe(`${location.origin}/api/work-items/a%2Fb%3Fc`);
  });

  it('sends files as a form, without what is empty', async () => {
    const calendar = new File(['BEGIN:VCALENDAR'], 'days.ics');
    server(() => answer(201, {}));
    await api.post('/api/holiday-calendars', { body: { calendar, name: '', effectiveFrom: null } });
    expect(seen[0]!.headers.get('Content-Type')).toMatch(/^multipart\/form-data; boundary=/);
    expect((await seen[0]!.text()).match(/ name="\w+"/g)).toEqual([' name="calendar"']);
    expect(formOf({ calendar }).get('calendar')).toMatchObject({ name: 'days.ics', size: 15 });
  });

  it('gives the body, or nothing where there is none', async () => {
    server(
      () => answer(201, { key: 'WEB-1' }),
      () => answer(204, undefined),
    );
    const body = { project: 'WEB', title: 'x' };
    expect(await api.post('/api/tasks', { body })).toEqual({ key: 'WEB-1' });
    expect(await api.delete('/api/tasks/{key}', { path: { key: 'WEB-1' } })).toBeUndefined();
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
        errors: [
          { pointer: '/password', message: 'Many people use it.', reason: 'password-common', values: {} },
        ],
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

  it('is what a change is told that was stored but cannot be shown, in words that no one takes for a failure', async () => {
    const stored = { reason: 'set-aside', detail: 'The change was stored.', item: '0199' };
    server(
      () => answer(202, stored),
      () => answer(202, { name: 'items' }),
    );
    const told = await api
      .patch('/api/tasks/{key}', { path: { key: 'WEB-1' }, body: {} })
      .catch((refused: unknown) => refused);
    expect(told).toMatchObject({ status: 202, reason: 'set-aside', away: false });
    expect(explain(told)).toMatch(/^Your change is saved/);
    const path = { context: 'work', name: 'items' };
    expect(await api.post('/api/projections/{context}/{name}/rebuild', { path })).toEqual({ name: 'items' });
  });

  it('ends the session when the server knows nobody, but not while logging in', async () => {
    const ended = vi.fn();
    whenSessionEnds(ended);
    server(
      () => answer(401, {}),
      () => answer(401, {}),
    );
    await expect(api.post('/api/session', { body: { email: '', password: '' } })).rejects.toBeInstanceOf(
      Refused,
    );
    expect(ended).not.toHaveBeenCalled();
    await expect(api.get('/api/my-work')).rejects.toMatchObject({ status: 401 });
    expect(ended).toHaveBeenCalledOnce();
  });

  it('says that the server is out of reach, and that it is back', async () => {
    server(
      () => Promise.reject(new TypeError('failed')),
      () => answer(503, {}),
      () => answer(200, {}),
    );
    await expect(api.get('/api/projects')).rejects.toMatchObject({ status: 0, away: true });
    expect(connection.state).toBe('offline');
    await expect(api.get('/api/projects')).rejects.toMatchObject({ status: 503 });
    expect(connection.state).toBe('starting');
    await api.get('/api/projects');
    expect(connection.state).toBe('fine');
  });
});
