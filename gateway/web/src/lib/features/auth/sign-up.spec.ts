import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { SignUpForm } from './sign-up.svelte';

let seen: { url: string; body: Record<string, unknown> }[] = [];

function server(...answers: [number, unknown][]) {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    seen.push({ url, body: JSON.parse(String(init.body)) as Record<string, unknown> });
    const [status, body] = answers.shift()!;
    return new Response(JSON.stringify(body), { status });
  });
}

beforeEach(() => {
  seen = [];
  i18n.t = en;
});
afterEach(() => vi.unstubAllGlobals());

const ada = { token: 'secret', email: 'ada@example.com', displayName: 'Ada' };

it('accepts an invitation by signing up with it, and logs in', async () => {
  server([201, {}], [200, { member: { id: 'ada', role: 'MEMBER' } }]);
  const form = new SignUpForm({ invitation: ada });
  form.password = 'a long enough password';
  expect(await form.submit()).toBe(true);
  expect(seen.map((one) => one.url)).toEqual(['/api/members', '/api/session']);
  expect(seen[0]!.body).toMatchObject({
    invitation: 'secret',
    email: 'ada@example.com',
    displayName: 'Ada',
  });
});

it('waits for the mail when the address is to be confirmed first', async () => {
  server([201, {}], [403, { reason: 'email-unconfirmed', detail: 'Confirm.' }]);
  const form = new SignUpForm({ invitation: ada });
  form.password = 'a long enough password';
  expect(await form.submit()).toBe(false);
  expect(form.confirming).toBe(true);
  expect(form.problem).toBe('');
});

it('says at the address that its domain is not admitted, and above the form what else is wrong', async () => {
  server(
    [403, { reason: 'domain-not-allowed', detail: '' }],
    [410, { reason: 'invitation-expired', detail: '' }],
  );
  const form = new SignUpForm({ invitation: ada });
  form.password = 'a long enough password';
  await form.submit();
  expect(form.error('email')).toBe(en.problem.reason['domain-not-allowed']);
  expect(form.problem).toBe('');
  await form.submit();
  expect(form.problem).toBe(en.problem.reason['invitation-expired']);
});
