import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en as people } from '#lib/i18n/people/en.ts';
import NewToken from './NewToken.svelte';

const requests: { url: string; body: Record<string, unknown> }[] = [];

beforeEach(() => {
  requests.length = 0;
  i18n.t = en;
  i18n.people = people;
  vi.stubGlobal('fetch', async (request: Request) => {
    requests.push({ url: new URL(request.url).pathname, body: await request.json() });
    return new Response(JSON.stringify({ token: 'ilgam_secret' }), { status: 201 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('shows the secret of a new token, and requests only the chosen scopes', async () => {
  const closed = vi.fn();
  render(NewToken, { onclose: closed });
  await fireEvent.click(screen.getByRole('button', { name: 'Issue a token' }));
  expect(screen.getByText('Required.')).toBeTruthy();
  expect(requests).toEqual([]);

  await fireEvent.input(screen.getByLabelText('What it is for'), { target: { value: 'Nightly report' } });
  await fireEvent.change(screen.getByLabelText('Valid for'), { target: { value: 'never' } });
  expect(screen.queryByLabelText(/Administer/)).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Issue a token' }));
  const secret = await screen.findByLabelText<HTMLInputElement>('Token');
  expect(secret.value).toBe('ilgam_secret');
  expect(requests).toEqual([
    { url: '/api/access-tokens', body: { name: 'Nightly report', scopes: ['read'] } },
  ]);

  await fireEvent.click(screen.getByRole('button', { name: 'I have copied it' }));
  expect(closed).toHaveBeenCalledOnce();
});
