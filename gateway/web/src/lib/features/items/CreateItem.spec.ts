import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { ada, web, work } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import { session } from '#lib/api/session.svelte.ts';
import { overlays, type NewWork } from '#lib/components/shell/overlays.svelte.ts';
import { drafts } from '#lib/components/ui/drafts.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { recent, rememberRecent } from '#lib/components/work/recent.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw } from '#lib/testing/draw.ts';
import { goto } from '#lib/testing/navigation.ts';
import { page, refuse, serve } from '#lib/testing/server.ts';
import CreateItem from './CreateItem.svelte';

const ops = web({ id: 'p-ops', key: 'OPS', name: 'Operations' });
const old = web({ id: 'p-old', key: 'OLD', name: 'Old', archived: true });
const projects = { 'GET /api/projects': page([ops, web(), old]) };

beforeEach(async () => {
  await i18n.use('en');
  session.member = ada();
  directory.learn([ada()]);
  toasts.shown = [];
  goto.mockClear();
});

function show(initial: NewWork = { kind: 'task' }) {
  overlays.creating = initial;
  draw(CreateItem, { initial });
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const fill = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const create = () => fireEvent.click(screen.getByRole('button', { name: /^Create (task|issue)$/ }));
const project = (name: string) => screen.findByRole('button', { name: `Project: ${name}` });

it('opens a task with only what was filled in, for oneself and in the project used last', async () => {
  rememberRecent('projects', 'WEB');
  const sent = serve({ ...projects, 'POST /api/tasks': work({ key: 'WEB-9' }) });
  show();
  await project('Web shop');
  await fill('Title', '  Speed up  ');
  await fill('Estimate', '2.5');
  await create();
  await waitFor(() => expect(overlays.creating).toBeNull());
  expect(sent.find(({ call }) => call === 'POST /api/tasks')?.body).toEqual({
    project: 'WEB',
    title: 'Speed up',
    assignee: 'ada',
    estimateHours: 2.5,
  });
  expect(toasts.shown[0]!.text).toBe('WEB-9 is created.');
  toasts.shown[0]!.act!.run();
  expect(goto).toHaveBeenCalledWith('/items/WEB-9');
  expect(recent('projects')[0]).toBe('WEB');
});

it('needs a title and days in order, and puts the cursor where something is wrong', async () => {
  const sent = serve(projects);
  show();
  await project('Operations');
  await create();
  await waitFor(() => expect(document.activeElement).toBe(field('Title')));
  expect(screen.getByText('A title has 1 to 500 characters.')).toBeTruthy();
  await fill('Title', 'Speed up');
  await fireEvent.change(field('Start'), { target: { value: '2026-12-24' } });
  await fireEvent.change(field('Due'), { target: { value: '2026-12-23' } });
  await create();
  await waitFor(() => expect(document.activeElement).toBe(field('Due')));
  expect(screen.getByText('The due date is before the start.')).toBeTruthy();
  expect(sent.every(({ call }) => call.startsWith('GET'))).toBe(true);
});

it('sends nothing while a day is not understood', async () => {
  const sent = serve({ ...projects, 'POST /api/tasks': work() });
  show();
  await project('Operations');
  await fill('Title', 'Speed up');
  await fireEvent.change(field('Due'), { target: { value: 'someday' } });
  await create();
  await waitFor(() => expect(document.activeElement).toBe(field('Due')));
  expect(sent.some(({ call }) => call === 'POST /api/tasks')).toBe(false);
});

it('shows the server’s error at its field', async () => {
  const errors = [{ pointer: '/assignee', message: 'Nobody has this id.' }];
  serve({ ...projects, 'POST /api/tasks': refuse(400, 'invalid', { errors }) });
  show();
  await project('Operations');
  await fill('Title', 'Speed up');
  await create();
  expect(await screen.findByText('Nobody has this id.')).toBeTruthy();
  expect(overlays.creating).not.toBeNull();
});

it('offers severity and the task it is about only for an issue, and sends them only then', async () => {
  const sent = serve({ ...projects, 'POST /api/tasks': work(), 'POST /api/issues': work() });
  show({ kind: 'issue', project: 'WEB', task: 'WEB-1', parent: 'WEB-2' });
  await project('Web shop');
  expect(screen.getByText('About WEB-1')).toBeTruthy();
  await fireEvent.change(field('Severity'), { target: { value: 'MAJOR' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Task' }));
  expect(screen.queryByLabelText('Severity')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Remove: Part of WEB-2' }));
  await fill('Title', 'Speed up');
  await create();
  await waitFor(() => expect(overlays.creating).toBeNull());
  const { body } = sent.find(({ call }) => call === 'POST /api/tasks')!;
  expect(body).toEqual({ project: 'WEB', title: 'Speed up', assignee: 'ada' });
});

it('stays open for another one like it, with an empty title', async () => {
  const sent = serve({ ...projects, 'POST /api/tasks': work() });
  show();
  await project('Operations');
  await fireEvent.click(screen.getByLabelText('Create another'));
  await fireEvent.change(field('Priority'), { target: { value: 'HIGH' } });
  for (const title of ['One', 'Two']) {
    await fill('Title', title);
    await create();
    await waitFor(() => expect(field('Title').value).toBe(''));
  }
  const posted = sent.filter(({ call }) => call === 'POST /api/tasks');
  expect(posted.map(({ body }) => body)).toMatchObject([
    { title: 'One', priority: 'HIGH' },
    { title: 'Two', priority: 'HIGH' },
  ]);
  expect(new Set(posted.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(2);
  expect(overlays.creating).not.toBeNull();
});

it('restores a draft, but in the place of the page that is open now', async () => {
  drafts.keep('new', { title: 'Half', project: 'OPS', status: 's-done', kind: 'task' });
  serve(projects);
  show({ kind: 'issue', project: 'WEB' });
  await project('Web shop');
  expect(field('Title').value).toBe('Half');
  expect(screen.getByRole('button', { name: 'Issue', pressed: true })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
  expect(field('Title').value).toBe('');
});

it('leads to a new project if none takes work', async () => {
  serve({ 'GET /api/projects': page([old]) });
  show();
  await fireEvent.click(await screen.findByRole('button', { name: 'Create project' }));
  expect([overlays.creating, overlays.newProject]).toEqual([null, true]);
  overlays.clear();
});
