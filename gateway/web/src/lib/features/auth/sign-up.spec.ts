import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en as refusals } from '#lib/i18n/refusals/en.ts';
import { SignUp } from './sign-up.svelte';

let seen: { url: string; body: Record<string, unknown> }[] = [];

function server(...answers: [number, unknown][]) {
  vi.stubGlobal('fetch', async (request: Request) => {
    seen.push({ url: new URL(request.url).pathname, body: await request.json() });
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
  const signUp = new SignUp({ invitation: ada });
  signUp.form.values.password = 'a long enough password';
  expect(await signUp.form.submit()).toBe(true);
  expect(seen.map((one) => one.url)).toEqual(['/api/members', '/api/session']);
  expect(seen[0]!.body).toMatchObject({
    invitation: 'secret',
    email: 'ada@example.com',
    displayName: 'Ada',
  });
});

it('waits for the mail if the address must be confirmed first', async () => {
  server([201, {}], [403, { reason: 'email-unconfirmed', detail: 'Confirm.' }]);
  const signUp = new SignUp({ invitation: ada });
  signUp.form.values.password = 'a long enough password';
  expect(await signUp.form.submit()).toBe(false);
  expect(signUp.confirming).toBe(true);
  expect(signUp.form.problem).toBe('');
});

it('shows at the address that its domain is not allowed, and other errors above the form', async () => {
  server(
    [403, { reason: 'domain-not-allowed', detail: '' }],
    [410, { reason: 'invitation-expired', detail: '' }],
  );
  const signUp = new SignUp({ invitation: ada });
  signUp.form.values.password = 'a long enough password';
  await signUp.form.submit();
  expect(signUp.form.error('email')).toBe(refusals.reason['domain-not-allowed']);
  expect(signUp.form.problem).toBe('');
  await signUp.form.submit();
  expect(signUp.form.problem).toBe(refusals.reason['invitation-expired']);
});
