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
  it('carries the XSRF token when it changes something', async () => {
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

  it('reads the XSRF token from the cookie that is used over https', async () => {
    vi.spyOn(document, 'cookie', 'get').mockReturnValue('XSRF-TOKEN=old; __Host-XSRF-TOKEN=proof2');
    server(() => answer(204, undefined));
    await api.delete('/api/session');
    expect(seen[0]!.headers.get('X-XSRF-TOKEN')).toBe('proof2');
    vi.restoreAllMocks();
  });

  it('leaves out missing parameters, and separates several values by commas', async () => {
    server(() => answer(200, {}));
    await api.get('/api/work-items', {
      query: { project: 'WEB', priority: ['LOW', 'NONE'], text: '', at: null, limit: 5 },
    });
    expect(decodeURIComponent(seen[0]!.url)).toBe(
      `${location.origin}/api/work-items?project=WEB&priority=LOW,NONE&limit=5`,
    );
  });

  it('encodes path parameters', async () => {
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

  it('returns the body, or nothing if there is none', async () => {
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
  it('has the reason, the sentence and the field', async () => {
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

  it('explains a field in the reader’s language if the reason is known', async () => {
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

  it('has only its status if it is not a problem document', async () => {
    const refused = await refusal(
      new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Retry-After': '3' } }),
    );
    expect(refused).toMatchObject({ status: 502, retryAfter: 3, away: true });
  });

  it('stands for a change that is stored but set aside, in words that nobody takes for a failure', async () => {
    const stored = { reason: 'set-aside', detail: 'The change was stored.', item: '0199' };
    server(
      () => answer(202, stored),
      () => answer(202, { name: 'items' }),
    );
    const failure = await api
      .patch('/api/tasks/{key}', { path: { key: 'WEB-1' }, body: {} })
      .catch((refused: unknown) => refused);
    expect(failure).toMatchObject({ status: 202, reason: 'set-aside', away: false });
    expect(explain(failure)).toMatch(/^Your change is saved/);
    const path = { context: 'work', name: 'items' };
    expect(await api.post('/api/projections/{context}/{name}/rebuild', { path })).toEqual({ name: 'items' });
  });

  it('ends the session on 401, but not while logging in', async () => {
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

  it('shows that the server cannot be reached, and that it is back', async () => {
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
