import { beforeAll, beforeEach, expect, it } from 'vitest';
import { Refused } from '#lib/api/http.ts';
import { en } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en as refusals } from '#lib/i18n/refusals/en.ts';
import { loadRefusals } from '#lib/i18n/refusals/say.ts';
import { Form, required } from './form.svelte.ts';

beforeAll(loadRefusals);
beforeEach(() => {
  i18n.t = en;
});

const titled = (send: (values: { title: string }, key: string) => Promise<string>) =>
  new Form({ values: { title: '' }, check: ({ title }) => ({ title: required(title) }), send });

it('shows errors only after an attempt to send it, and sends nothing then', async () => {
  const form = titled(() => Promise.reject(new Error('sent')));
  expect(form.error('title')).toBeUndefined();
  await form.submit();
  expect(form.error('title')).toBe(en.auth.required);
  expect(form.problem).toBe('');
});

it("shows the server's error at the field until the field is changed", async () => {
  const refused = new Refused(400, 'invalid', 'No.', [{ pointer: '/title', message: 'Too long.' }]);
  const form = titled(() => Promise.reject(refused));
  form.values.title = 'Long';
  await form.submit();
  expect([form.error('title'), form.problem]).toEqual(['Too long.', '']);
  form.values.title = 'Short';
  expect(form.error('title')).toBeUndefined();
});

it('shows an error above the form if it is about none of its fields', async () => {
  const form = titled(() => Promise.reject(new Refused(409, 'stale', '')));
  form.values.title = 'A';
  await form.submit();
  expect(form.problem).toBe(refusals.reason.stale);
});

it('uses the same key for a repeat, and another one for the next thing', async () => {
  const sent: string[] = [];
  let fails = true;
  const form = titled(async (_, key) => {
    sent.push(key);
    if (fails) throw new Refused(0, 'offline', '');
    return 'done';
  });
  form.values.title = 'A';
  await form.submit();
  fails = false;
  expect(await form.submit()).toBe('done');
  await form.submit();
  expect(sent[0]).toBe(sent[1]);
  expect(sent[2]).not.toBe(sent[1]);
});

it('counts as changed after typing, but not after presumed values or after sending', async () => {
  const form = new Form({ values: { title: '', project: '' }, send: () => Promise.resolve() });
  form.presume({ project: 'WEB' });
  expect(form.dirty).toBe(false);
  form.values.title = 'A';
  expect(form.dirty).toBe(true);
  await form.submit();
  expect(form.dirty).toBe(false);
  form.values.title = 'B';
  form.reset();
  expect(form.values).toEqual({ title: 'A', project: 'WEB' });
});

it('shows an error above the form if no field shows it', async () => {
  const refused = new Refused(400, 'invalid', 'No.', [{ pointer: '/title', message: 'Too long.' }]);
  const form = titled(() => Promise.reject(refused));
  const element = document.createElement('form'); // its field shows no error
  const attach = Object.getOwnPropertySymbols(form.wiring)
    .map((key) => (form.wiring as unknown as Record<symbol, unknown>)[key])
    .find((one) => typeof one === 'function') as (element: HTMLElement) => void;
  attach(element);
  await form.submit();
  expect(form.problem).toBe(en.auth.required);
  form.values.title = 'Long';
  await form.submit();
  expect(form.problem).not.toBe('');
});
