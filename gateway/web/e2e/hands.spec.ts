import { expect, test, type Locator, type Page } from '@playwright/test';
import { api, freshKey, memberPage, row } from './support';

/** Where the cursor is, and what the keyboard does: without a mouse, and while a syllable is composed. */
let project: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await memberPage(browser);
  await page.goto('/my-work');
  project = freshKey('H');
  await api(page, 'POST', '/projects', { key: project, name: `Hands ${project}`, visibility: 'open' });
  for (const title of ['First of all', 'Second', 'Third'])
    await api(page, 'POST', '/tasks', { project, title });
});
test.afterAll(() => page.context().close());

async function list() {
  await page.goto(`/items?project=${project}&sort=-createdAt`);
  await expect(row(page, 'Third')).toBeVisible();
}
const dialog = (name: string) => page.getByRole('dialog', { name });
const focusOf = (within: Locator) => within.locator(':focus');

test('every dialog begins in its first field', async () => {
  await list();
  await page.keyboard.press('Control+k');
  await expect(dialog('Search or jump to…').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('dash');
  await expect(dialog('Search or jump to…').getByRole('combobox')).toHaveValue('dash');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect(dialog('New task').getByLabel('Title')).toBeFocused();
  await page.keyboard.type('A b');
  await expect(dialog('New task').getByLabel('Title')).toHaveValue('A b');
});

test('what was begun is offered again, after Escape, on another page and after a reload', async () => {
  await list();
  await page.keyboard.press('c');
  await dialog('New task').getByLabel('Title').fill('A b');
  await page.keyboard.press('Escape');
  await expect(dialog('New task')).toBeHidden();
  await page.goto('/my-work');
  await expect(row(page, 'Third')).toBeVisible();
  await page.keyboard.press('c');
  await expect(dialog('New task').getByLabel('Title')).toHaveValue('A b');
  await dialog('New task').getByRole('button', { name: 'Discard' }).click();
  await expect(dialog('New task').getByLabel('Title')).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.goto(`/items/${project}-1`);
  await page.getByLabel('Write a comment').fill('Half of a');
  await page.reload();
  await expect(page.getByLabel('Write a comment')).toHaveValue('Half of a');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByLabel('Write a comment')).toHaveValue('');
});

test('an empty submit leads to the first field that is wrong', async () => {
  await list();
  await page.keyboard.press('c');
  await expect(focusOf(dialog('New task'))).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog('New task').getByLabel('Title')).toBeFocused();
  await expect(dialog('New task').getByLabel('Title')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
});

test('a list is walked from the page, and the focus stays on the row that was changed', async () => {
  await list();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Second' })).toBeFocused();
  await page.keyboard.press('s');
  await page.getByRole('menuitemradio', { name: 'In progress' }).press('Enter');
  await expect(row(page, 'Second')).toContainText('In progress');
  await expect(row(page, 'Second').locator(':focus')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(row(page, 'Second')).not.toContainText('In progress');
  await expect(row(page, 'Second').locator(':focus')).toBeVisible();
});

test('while a syllable is composed neither Enter nor Escape acts', async () => {
  await page.goto(`/items/${project}-1`);
  const comment = page.getByLabel('Write a comment');
  await comment.fill('한글');
  for (const composing of [{ isComposing: true }, { keyCode: 229 }])
    for (const key of [{ key: 'Enter', ctrlKey: true }, { key: 'Escape' }])
      await comment.dispatchEvent('keydown', { ...key, ...composing, bubbles: true, cancelable: true });
  await expect(comment).toHaveValue('한글');
  await expect(page.getByRole('list', { name: 'Comments' }).getByRole('listitem')).toHaveCount(0);
  await comment.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Comments' }).getByRole('listitem')).toHaveCount(1);
});

test('a title has room at every width, and nothing lies over anything else', async () => {
  await list();
  for (const width of [360, 640, 768, 800, 900, 1024, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const title = page.getByRole('link', { name: 'First of all' });
    await expect(title).toBeVisible();
    const room = await title.evaluate((link) => link.closest('[role="cell"]')!.getBoundingClientRect().width);
    expect(room, `at ${width} px`).toBeGreaterThanOrEqual(width < 400 ? 200 : 240);
    const rows = await page.locator('main [data-row]').evaluateAll((all) =>
      all.map((one) => {
        const outer = one.getBoundingClientRect();
        const cells = [...one.querySelectorAll(':scope > [role="cell"]')].map((cell) =>
          cell.getBoundingClientRect(),
        );
        return cells.every(
          (cell) => cell.width === 0 || (cell.top >= outer.top - 1 && cell.bottom <= outer.bottom + 1),
        );
      }),
    );
    expect(rows, `at ${width} px`).not.toContain(false);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('the help lists what works, and each line of it does', async () => {
  await list();
  await page.keyboard.press('?');
  const help = dialog('Keyboard shortcuts');
  await expect(help.getByText('Go to the board')).toBeVisible();
  await page.keyboard.press('Escape');
  for (const [key, path] of [
    ['m', 'my-work'],
    ['b', 'board'],
    ['d', 'dashboard'],
    ['p', 'projects'],
    ['t', 'teams'],
    ['i', 'items'],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`/${path}`));
  }
});

test('a day is typed in words, and what is none is said', async () => {
  await list();
  await page.keyboard.press('c');
  const form = dialog('New task');
  await form.getByLabel('Title').fill('Due in words');
  await form.getByLabel('Due').fill('soon');
  await form.getByRole('button', { name: 'Create task' }).click();
  await expect(form.getByLabel('Due')).toBeFocused();
  await expect(form.getByText('Not a date', { exact: false })).toBeVisible();
  await form.getByLabel('Due').fill('내일');
  await form.getByLabel('Due').press('Tab');
  await form.getByRole('button', { name: 'Create task' }).click();
  await expect(form).toBeHidden();
  await expect(row(page, 'Due in words')).toContainText('Tomorrow');
});

test('an issue is tied to a task when it is made, and on its page', async () => {
  await page.goto(`/items/${project}-1`);
  await page.getByRole('button', { name: 'New issue about this' }).click();
  const form = dialog('New issue');
  await expect(form.getByText(`About ${project}-1`)).toBeVisible();
  await form.getByLabel('Title').fill('It is broken');
  await page.keyboard.press('Control+Enter');
  const relations = page.getByRole('region', { name: 'Relations' });
  await expect(relations.getByRole('link', { name: 'It is broken' })).toBeVisible();
  await relations.getByRole('button', { name: 'Add relation' }).click();
  await relations.getByRole('button', { name: 'Choose an item' }).click();
  await page.getByRole('combobox', { name: 'Key or words of the title' }).fill('Second');
  await page.getByRole('option', { name: `${project}-2` }).click();
  await relations.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(relations.getByRole('list', { name: 'Blocked by' })).toContainText('Second');
  await relations.getByRole('link', { name: 'Second' }).click();
  await expect(page.getByRole('list', { name: 'Blocks' })).toContainText('First of all');
  await page.getByRole('button', { name: `Remove Blocks ${project}-1` }).click();
  await expect(page.getByRole('list', { name: 'Blocks' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('list', { name: 'Blocks' })).toBeVisible();
});
