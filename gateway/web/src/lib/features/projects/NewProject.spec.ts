import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { web } from '#lib/api/examples.ts';
import { overlays } from '#lib/components/shell/overlays.svelte.ts';
import { drafts } from '#lib/components/ui/drafts.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw } from '#lib/testing/draw.ts';
import { goto } from '#lib/testing/navigation.ts';
import { page, refuse, serve } from '#lib/testing/server.ts';
import GeneralForm from './GeneralForm.svelte';
import NewProject from './NewProject.svelte';

const START = 'POST /api/projects';
const projects = { 'GET /api/projects': page([web()]) };

beforeEach(async () => {
  await i18n.use('en');
  toasts.shown = [];
  overlays.clear();
  goto.mockClear();
});

const field = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label);
const fill = (label: string | RegExp, value: string) => fireEvent.input(field(label), { target: { value } });
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('suggests a key that no project has, until the member types one', async () => {
  serve(projects);
  draw(NewProject, {});
  await fill('Name', 'Web');
  await waitFor(() => expect(field('Key').value).not.toBe('WEB'));
  expect(field('Key').value).toMatch(/^WEB?[A-Z0-9]+$/);
  await fill('Key', 'site');
  await fill('Name', 'Another name');
  expect(field('Key').value).toBe('SITE');
});

it('starts a project, and goes on to its first task', async () => {
  const sent = serve({ ...projects, [START]: web({ key: 'SITE', name: 'Site' }) });
  draw(NewProject, {});
  await click('Create project');
  expect(screen.getByText('Required.')).toBeTruthy();
  await fill('Name', ' Site ');
  await fireEvent.click(screen.getByRole('radio', { name: /^Private/ }));
  await click('Create project');
  await waitFor(() => expect(overlays.creating).toEqual({ kind: 'task', project: 'SITE' }));
  expect(sent.find(({ call }) => call === START)!.body).toEqual({
    key: 'SITE',
    name: 'Site',
    visibility: 'private',
  });
  expect(goto).toHaveBeenCalledWith('/items?project=SITE');
});

it('shows at the key that another project has it', async () => {
  serve({ ...projects, [START]: refuse(409, 'project-key-taken') });
  draw(NewProject, {});
  await fill('Name', 'Secret');
  await fill('Key', 'HID');
  await click('Create project');
  await waitFor(() => expect(field('Key').getAttribute('aria-invalid')).toBe('true'));
  await waitFor(() => expect(document.activeElement).toBe(field('Key')));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('sends only what changed of a project, and keeps a draft of the rest', async () => {
  const sent = serve({ 'PATCH /api/projects/WEB': web({ description: 'All of it' }) });
  draw(GeneralForm, { project: web() });
  await fill(/^Description/, 'All of it');
  await waitFor(() => expect(drafts.take('project:WEB')).not.toBeNull());
  await click('Save');
  await waitFor(() => expect(toasts.shown.map(({ text }) => text)).toEqual(['Saved.']));
  expect(sent.map(({ body }) => body)).toEqual([{ description: 'All of it' }]);
  expect(drafts.take('project:WEB')).toBeNull();
});

it('keeps what was typed if the project cannot be saved', async () => {
  serve({ 'PATCH /api/projects/WEB': refuse(403, 'forbidden') });
  draw(GeneralForm, { project: web() });
  await fill('Name', 'Shop');
  await click('Save');
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(field('Name').value).toBe('Shop');
});
