import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Project } from '#lib/api/types.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import './RetireStatuses.svelte'; // preloaded, so that no test waits for it
import WorkflowForm from './WorkflowForm.svelte';

const project = {
  key: 'WEB',
  workflow: {
    statuses: [
      { id: 'a', name: 'To do', category: 'todo' },
      { id: 'b', name: '배포 대기', category: 'waiting' },
      { id: 'c', name: 'Done', category: 'done' },
    ],
  },
} as unknown as Project;
/** Whether the request for the number of items fails. */
let away = false;
const sent: string[][] = [];
const bodies: { successors?: Record<string, string> }[] = [];

beforeEach(async () => {
  await i18n.use('ko');
  sent.length = bodies.length = 0;
  toasts.shown = [];
  away = false;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method !== 'GET') {
      const body = (await request.json()) as {
        statuses: { name: string }[];
        successors?: Record<string, string>;
      };
      sent.push(body.statuses.map(({ name }) => name));
      bodies.push(body);
    }
    if (request.url.endsWith('/workflow/items') && away)
      return Response.json({ status: 503, reason: 'unavailable', detail: 'Away.' }, { status: 503 });
    if (request.url.endsWith('/workflow/items'))
      return Response.json({ items: [{ status: 'b', count: 3 }], next: null });
    return Response.json({ ...project, items: [], next: null });
  });
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await i18n.use('en');
});

it('names the statuses of the default workflow in the reader’s language and saves them as they were', async () => {
  render(WorkflowForm, { project });
  const names = screen.getAllByRole<HTMLInputElement>('textbox', { name: '상태 이름' });
  expect(names.map(({ value }) => value)).toEqual(['할 일', '배포 대기', '완료']);
  expect(screen.getByRole('button', { name: '‘할 일’ 제거' })).toBeTruthy();

  await fireEvent.input(names[0]!, { target: { value: '할 일들' } });
  await fireEvent.input(names[0]!, { target: { value: '할 일' } });
  await fireEvent.input(names[1]!, { target: { value: '완료' } });
  await fireEvent.click(screen.getByRole('button', { name: '업무 흐름 저장' }));
  expect(screen.getByRole('alert').textContent).toBe('이름이 같은 상태가 있습니다.');

  await fireEvent.input(names[1]!, { target: { value: '배포 중' } });
  await fireEvent.click(screen.getByRole('button', { name: '업무 흐름 저장' }));
  await waitFor(() => expect(sent).toEqual([['To do', '배포 중', 'Done']]));
});

it('asks where the items of a removed status go, and how many there are', async () => {
  render(WorkflowForm, { project });
  await fireEvent.click(screen.getByRole('button', { name: '‘배포 대기’ 제거' }));
  await fireEvent.click(screen.getByRole('button', { name: '업무 흐름 저장' }));
  const successor = await screen.findByLabelText<HTMLSelectElement>('배포 대기: 일감 3개');
  expect(sent).toEqual([]);
  await fireEvent.change(successor, { target: { value: 'c' } });
  await fireEvent.click(screen.getAllByRole('button', { name: '업무 흐름 저장' }).at(-1)!);
  await waitFor(() => expect(sent).toEqual([['To do', 'Done']]));
  expect(bodies[0]!.successors).toEqual({ b: 'c' });
});

it('saves nothing until it is known whether items would move', async () => {
  away = true;
  render(WorkflowForm, { project });
  await fireEvent.click(screen.getByRole('button', { name: '‘배포 대기’ 제거' }));
  await fireEvent.click(screen.getByRole('button', { name: '업무 흐름 저장' }));
  await waitFor(() => expect(toasts.shown.some(({ bad }) => bad)).toBe(true));
  expect(sent).toEqual([]);
});
