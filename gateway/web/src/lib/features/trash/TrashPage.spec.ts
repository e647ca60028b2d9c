import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { web, work } from '#lib/api/examples.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, done, page, refuse, serve } from '#lib/testing/server.ts';
import TrashPage from './TrashPage.svelte';

const LIST = 'GET /api/work-items';
const RESTORE = 'POST /api/work-items/WEB-1/restoration';
const projects = { 'GET /api/projects': page([web()]) };

beforeEach(async () => {
  await i18n.use('en');
  toasts.shown = [];
});

it('restores deleted work, and deletes it again on request', async () => {
  const sent = serve({
    ...projects,
    [LIST]: page([work({ deleted: true })]),
    [RESTORE]: done,
    'DELETE /api/work-items/WEB-1': done,
  });
  draw(TrashPage, { project: '', onproject: () => {} });
  expect(textOf(await screen.findByRole('listitem'))).toMatch(/WEB-1 Web shop deleted/);
  await fireEvent.click(await screen.findByRole('button', { name: 'Restore WEB-1' }));
  await waitFor(() => expect(toasts.shown[0]?.text).toBe('WEB-1 is restored.'));
  toasts.shown[0]!.act!.run();
  await waitFor(() => expect(changes(sent)).toEqual([RESTORE, 'DELETE /api/work-items/WEB-1']));
  expect(sent.find(({ call }) => call === LIST)?.query).toMatchObject({ deleted: 'true' });
});

it('shows why work could not be restored, and lets the member try again', async () => {
  serve({ ...projects, [LIST]: page([work({ deleted: true })]), [RESTORE]: refuse(403, 'forbidden') });
  draw(TrashPage, { project: 'WEB', onproject: () => {} });
  const restore = await screen.findByRole<HTMLButtonElement>('button', { name: 'Restore WEB-1' });
  await fireEvent.click(restore);
  await waitFor(() => expect(toasts.shown).toMatchObject([{ bad: true }]));
  await waitFor(() => expect(restore.disabled).toBe(false));
});

it('says that the trash is empty in the reader’s language', async () => {
  await i18n.use('ko');
  serve({ ...projects, [LIST]: page([]) });
  draw(TrashPage, { project: '', onproject: () => {} });
  expect(await screen.findByText(i18n.t.trash.empty)).toBeTruthy();
});
