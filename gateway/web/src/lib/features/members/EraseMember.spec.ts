import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { ko } from '#lib/i18n/ko.ts';
import { ko as people } from '#lib/i18n/people/ko.ts';
import { ada } from '#lib/api/examples.ts';
import EraseMember from './EraseMember.svelte';

const lin = ada({ id: 'lin', displayName: '박린', active: false });
let answers: Response[] = [];
const requests: string[] = [];

beforeEach(() => {
  requests.length = 0;
  i18n.t = ko;
  i18n.lang = 'ko';
  i18n.people = people;
  vi.stubGlobal('fetch', async ({ method, url }: Request) => {
    requests.push(`${method} ${new URL(url).pathname}`);
    return answers.shift()!;
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('erases a member only after their name is typed, and shows why the server refused', async () => {
  const closed = vi.fn();
  answers = [
    new Response(JSON.stringify({ reason: 'last-admin', detail: 'No.' }), { status: 409 }),
    new Response(null, { status: 204 }),
  ];
  render(EraseMember, { member: lin, onclose: closed });
  const act = screen.getByRole<HTMLButtonElement>('button', { name: '완전히 삭제' });
  expect(act.disabled).toBe(true);

  await fireEvent.input(screen.getByLabelText('확인을 위해 ‘박린’ 입력'), { target: { value: '박린 ' } });
  expect(act.disabled).toBe(false);
  await fireEvent.click(act);
  expect((await screen.findByRole('alert')).textContent).toContain('관리자가 한 명은 남아 있어야 합니다.');
  expect(closed).not.toHaveBeenCalled();

  await fireEvent.click(act);
  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(requests).toEqual(['DELETE /api/members/lin', 'DELETE /api/members/lin']);
});
