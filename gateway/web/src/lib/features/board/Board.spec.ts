import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { ada, statuses, web, work } from '#lib/api/examples.ts';
import { directory } from '#lib/api/members.svelte.ts';
import { session } from '#lib/api/session.svelte.ts';
import { overlays } from '#lib/components/shell/overlays.svelte.ts';
import { menus } from '#lib/components/ui/menus.svelte.ts';
import { toasts } from '#lib/components/ui/toasts.svelte.ts';
import { viewOf, type View } from '#lib/components/work/filters.ts';
import { rememberRecent } from '#lib/components/work/recent.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { draw, textOf } from '#lib/testing/draw.ts';
import { changes, page, refuse, serve, type Sent } from '#lib/testing/server.ts';
import BoardPage from './BoardPage.svelte';

/** What the drag library is told; a test drags by calling it. */
const targets = vi.hoisted(() => [] as { element: HTMLElement; onDrop: (event: object) => void }[]);
const draggables = vi.hoisted(() => [] as { element: HTMLElement; getInitialData: () => object }[]);
vi.mock('@atlaskit/pragmatic-drag-and-drop/element/adapter', () => ({
  draggable: (one: (typeof draggables)[number]) => (draggables.push(one), () => {}),
  dropTargetForElements: (one: (typeof targets)[number]) => (targets.push(one), () => {}),
}));

const LIST = 'GET /api/work-items';
const MOVE = 'PUT /api/work-items/WEB-1/status';
const onview = vi.fn<(view: View) => void>();
const ops = web({ id: 'p-ops', key: 'OPS', name: 'Operations' });
const projects = { 'GET /api/projects': page([ops, web()]) };

/** Answers each column with the items of its status. */
const columns = (...items: ReturnType<typeof work>[]) => ({
  ...projects,
  [LIST]: ({ query }: Sent) => page(items.filter(({ statusId }) => statusId === query['status'])),
});

beforeEach(async () => {
  await i18n.use('en');
  session.member = ada();
  directory.learn([ada()]);
  targets.length = draggables.length = 0;
  toasts.shown = [];
  overlays.clear();
  menus.close();
  onview.mockClear();
});

const show = (search = 'project=WEB') =>
  draw(BoardPage, { view: viewOf(new URLSearchParams(search)), onview });
const column = (name: string) => screen.findByRole('region', { name });
const titles = async (name: string) =>
  within(await column(name))
    .queryAllByRole('link')
    .map(textOf);

/** Drags a card onto a column. */
async function drag(key: string, name: string) {
  const over = await column(name);
  await waitFor(() => expect(targets.some(({ element }) => element === over)).toBe(true));
  targets.find(({ element }) => element === over)!.onDrop({ source: { data: { key } } });
}

it('shows a column for each status in order, with its cards and how many there are', async () => {
  serve(columns(work(), work({ key: 'WEB-2', title: 'Ship', status: 'Done', statusId: 's-done' })));
  show();
  expect(await titles('To do')).toEqual(['Speed up the start']);
  expect(await titles('Done')).toEqual(['Ship']);
  expect(textOf(await column('In progress'))).toContain('Nothing here');
  const board = screen.getByRole('region', { name: 'Web shop' });
  expect(within(board).getAllByRole('heading').map(textOf)).toEqual(['To do', 'In progress', 'Done']);
});

it('moves a dragged card before the server has answered, and back if it refuses', async () => {
  let refuseIt: (answer: Response) => void = () => {};
  const sent = serve({
    ...columns(work()),
    [MOVE]: () => new Promise<Response>((resolve) => (refuseIt = resolve)),
  });
  show();
  await screen.findByRole('link', { name: 'Speed up the start' });
  await drag('WEB-1', 'In progress');
  await waitFor(async () => expect(await titles('In progress')).toEqual(['Speed up the start']));
  await waitFor(() => expect(changes(sent)).toEqual([`${MOVE} {"status":"In progress"}`]));
  refuseIt(refuse(404, 'not-found'));
  await waitFor(async () => expect(await titles('To do')).toEqual(['Speed up the start']));
  expect(toasts.shown).toMatchObject([{ bad: true }]);
});

it('ignores a card that is dropped where it was, and what is no card of the board', async () => {
  const sent = serve(columns(work()));
  show();
  await screen.findByRole('link', { name: 'Speed up the start' });
  await drag('WEB-1', 'To do');
  await drag('WEB-99', 'Done');
  expect(changes(sent)).toEqual([]);
});

it('moves a card by its menu, without a mouse', async () => {
  const sent = serve({ ...columns(work()), [MOVE]: work({ status: 'Done', statusId: 's-done' }) });
  show();
  await fireEvent.click(await screen.findByRole('button', { name: 'Move WEB-1' }));
  menus.current!.choices.find(({ label }) => label === 'Done')!.onpick();
  await waitFor(() => expect(changes(sent)).toEqual([`${MOVE} {"status":"Done"}`]));
});

it('shows a past board with the workflow of that day, where nothing moves', async () => {
  const past = web({ workflow: { statuses: [{ ...statuses[0]!, name: 'Waiting' }, statuses[2]!] } });
  const sent = serve({
    ...projects,
    'GET /api/projects/WEB': past,
    [LIST]: ({ query }) =>
      page(query['status'] === 's-todo' ? [work({ status: 'Waiting', statusId: null })] : []),
  });
  show('project=WEB&at=2026-03-01');
  expect(await titles('Waiting')).toEqual(['Speed up the start']);
  expect(screen.queryByRole('button', { name: /^(Move|New task)/ })).toBeNull();
  await drag('WEB-1', 'Done');
  expect(await titles('Done')).toEqual([]);
  expect([changes(sent), draggables]).toEqual([[], []]);
  expect(screen.getByRole('link', { name: 'Speed up the start' }).getAttribute('href')).toContain('?at=');
});

it('creates work in the status of a column, and leads to what a column leaves out', async () => {
  serve({
    ...projects,
    [LIST]: ({ query }) => (query['status'] === 's-todo' ? page([work()], null, 51) : page([])),
  });
  show();
  const more = await screen.findByRole('link', { name: '50 more in the list' });
  expect(more.getAttribute('href')).toBe('/items?project=WEB&category=all');
  await fireEvent.click(screen.getByRole('button', { name: 'New task: In progress' }));
  expect(overlays.creating).toMatchObject({ project: 'WEB', status: 's-doing' });
});

it('opens the project used last, and says if the address names one that cannot be seen', async () => {
  rememberRecent('projects', 'WEB');
  serve(columns(work()));
  const view = show('');
  expect(await screen.findByRole('region', { name: 'Web shop' })).toBeTruthy();
  view.unmount();
  show('project=NOPE');
  expect(await screen.findByText('Choose a project to see its board.')).toBeTruthy();
});

it('names the default statuses in Korean', async () => {
  await i18n.use('ko');
  serve(columns(work()));
  show();
  expect(await titles('할 일')).toEqual(['Speed up the start']);
  expect(await column('완료')).toBeTruthy();
});

it('explains why the columns cannot be shown', async () => {
  serve({ ...projects, [LIST]: refuse(403, 'forbidden') });
  show();
  expect(await screen.findByText('You don’t have access')).toBeTruthy();
});
