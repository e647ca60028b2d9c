import { expect, test, type Page } from '@playwright/test';
import { api, expectAccessible, freshKey, memberPage, row } from './support';

let project: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await memberPage(browser);
  await page.goto('/my-work');
  project = freshKey('B');
  await api(page, 'POST', '/projects', { key: project, name: `Board ${project}`, visibility: 'open' });
  for (let n = 1; n <= 14; n++)
    await api(page, 'POST', '/tasks', {
      project,
      title: `Card ${n}`,
      priority: n === 3 ? 'URGENT' : 'LOW',
      status: 'To do',
    });
});
test.afterAll(() => page.context().close());

const column = (status: string) => page.getByRole('region', { name: status, exact: true });
const open = async (path: string) => {
  await page.goto(path);
  await expect(row(page, 'Card 14')).toBeAttached();
};

test('every column is visible at 1,440 pixels and scrolls by itself below its head', async () => {
  await open(`/board?project=${project}`);
  const columns = page.getByRole('main').getByRole('region');
  for (const one of await columns.all()) {
    const box = (await one.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(1440);
    expect(box.y + box.height).toBeLessThanOrEqual(900);
  }
  await column('To do').getByRole('list').hover();
  await page.mouse.wheel(0, 5_000);
  await expect(row(page, 'Card 1')).toBeVisible();
  await expect(column('To do').getByRole('heading', { name: 'To do' })).toBeInViewport();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expectAccessible(page);
});

test('a card is dragged into an empty column', async () => {
  await open(`/board?project=${project}`);
  const empty = column('In review');
  await expect(empty).toContainText('Nothing here');
  await row(page, 'Card 14').dragTo(empty);
  await expect(empty.locator('[data-row]')).toContainText('Card 14');
  await expect.poll(async () => (await api(page, 'GET', `/tasks/${project}-14`))['status']).toBe('In review');
});

test('the board has the filters of a list, which the address keeps', async () => {
  await open(`/board?project=${project}`);
  await page.getByRole('main').getByLabel('Priority').selectOption('URGENT');
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await expect(page.locator('[data-row]')).toContainText('Card 3');
  await expect(page).toHaveURL(/priority=URGENT/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(row(page, 'Card 14')).toBeAttached();
});

test('the board of a past day is read-only', async () => {
  await open(`/board?project=${project}`);
  const day = page.getByRole('main').getByRole('textbox', { name: 'As of' });
  await day.fill('yesterday');
  await day.press('Tab');
  await expect(page.getByRole('main').getByRole('status').first()).toBeVisible();
  await expect(page.locator('[data-row]')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^New task:/ })).toHaveCount(0);
});

test('new work is created in the column and project from which it is opened', async () => {
  await open(`/board?project=${project}`);
  await column('In progress').getByRole('button', { name: 'New task: In progress' }).click();
  const form = page.getByRole('dialog', { name: 'New task' });
  await form.getByLabel('Title').fill('Begun at once');
  await form.getByLabel('Title').press('Control+Enter');
  await expect(column('In progress').locator('[data-row]')).toContainText('Begun at once');
});

test('the board opens on the project that was opened last', async () => {
  await open(`/board?project=${project}`);
  await page.goto('/my-work');
  await page.goto('/board');
  await expect(page.getByRole('main')).toContainText(`Board ${project}`);
  await expect(row(page, 'Card 14')).toBeAttached();
});
