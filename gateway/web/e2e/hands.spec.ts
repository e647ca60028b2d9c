import { expect, test, type Page } from '@playwright/test';
import { lines } from '../src/lib/components/shell/help-lines';
import { help } from '../src/lib/i18n/help';
import { expectWellLaidOut, resize } from './layout';
import { api, freshKey, memberPage, row } from './support';

/** What the keyboard does, and how unsent text is kept. */
let project: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await memberPage(browser);
  await page.goto('/my-work');
  project = freshKey('H');
  await api(page, 'POST', '/projects', { key: project, name: `Hands ${project}`, visibility: 'open' });
  for (const title of ['First of all', 'Second', `Third, ${'whose title does not fit, '.repeat(8)}`])
    await api(page, 'POST', '/tasks', { project, title });
});
test.afterAll(() => page.context().close());

async function itemPage() {
  await page.goto(`/items/${project}-1`);
  await expect(page.getByRole('button', { name: 'Add relation' })).toBeVisible();
}

async function list() {
  await page.goto(`/items?project=${project}&sort=-createdAt`);
  await expect(row(page, 'Third')).toBeVisible();
}
const dialog = (name: string) => page.getByRole('dialog', { name });

test('a draft is offered again after Escape, on another page and after a reload', async () => {
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

test('the arrow keys walk through a list, and the focus stays on the changed row', async () => {
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

test('a title has room at every width while columns appear and disappear', async () => {
  await list();
  for (const width of [640, 768, 900, 1280]) {
    await resize(page, { width });
    await expectWellLaidOut(page, `at ${width} px`);
  }
  await resize(page, { width: 1440 });
});

/** The effect of each line of the help, from a list and on an item's page. */
const does: Record<string, () => Promise<void>> = {
  palette: () => expect(dialog('Search or jump to…')).toBeVisible(),
  newTask: () => expect(dialog('New task')).toBeVisible(),
  newIssue: () => expect(dialog('New issue')).toBeVisible(),
  editTitle: () => expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused(),
  status: () => expect(page.getByRole('menu')).toBeVisible(),
  relation: () => expect(page.getByRole('combobox', { name: 'Key or words of the title' })).toBeFocused(),
  filter: () => expect(page.getByRole('searchbox')).toBeFocused(),
  help: () => expect(dialog('Keyboard shortcuts')).toBeVisible(),
  myWork: () => expect(page).toHaveURL(/\/my-work$/),
  items: () => expect(page).toHaveURL(/\/items$/),
  board: () => expect(page).toHaveURL(/\/board$/),
  dashboard: () => expect(page).toHaveURL(/\/dashboard$/),
  issues: () => expect(page).toHaveURL(/\/items\?kind=issue$/),
  teamWork: () => expect(page).toHaveURL(/\/(items\?team=.+|teams)$/),
  projects: () => expect(page).toHaveURL(/\/projects$/),
  teams: () => expect(page).toHaveURL(/\/teams$/),
};
/** Lines about things inside an open dialog or menu; other stories cover them. */
const elsewhere = ['upDown', 'open', 'escape', 'send'];

test('the help lists what works, and each line of it does', async () => {
  await list();
  await page.keyboard.press('?');
  for (const [line] of lines)
    await expect(dialog('Keyboard shortcuts').getByText(help.en[line])).toBeVisible();
  for (const [line, keys, or] of lines.filter(([one]) => !elsewhere.includes(one)))
    for (const way of or === undefined ? [keys] : [keys, [or]])
      await test.step(`${line}: ${way.join(' ')}`, async () => {
        if (['editTitle', 'relation'].includes(line)) await itemPage();
        else await list();
        if (way[0] === 'Ctrl') await page.keyboard.press(`Control+${way[1]!.toLowerCase()}`);
        else for (const key of way) await page.keyboard.press(key.toLowerCase());
        expect(does, `what ${line} does`).toHaveProperty(line);
        await does[line]!();
      });
});

test('a day is typed in words, and an invalid one is reported', async () => {
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

test('an issue is linked to a task when it is created, and on its page', async () => {
  await page.goto(`/items/${project}-1`);
  await page.getByRole('button', { name: 'New issue about this' }).click();
  const form = dialog('New issue');
  await expect(form.getByText(`About ${project}-1`)).toBeVisible();
  await form.getByLabel('Title').fill('It is broken');
  await page.keyboard.press('Control+Enter');
  const relations = page.getByRole('region', { name: 'Relations' });
  await expect(relations.getByRole('link', { name: 'It is broken' })).toBeVisible();
  await relations.getByRole('button', { name: 'Add relation' }).click();
  await page.getByRole('combobox', { name: 'Key or words of the title' }).fill('Second');
  await page.getByRole('option', { name: `${project}-2` }).click();
  await expect(relations.getByRole('list', { name: 'Blocked by' })).toContainText('Second');
  await relations.getByRole('link', { name: 'Second' }).click();
  await expect(page.getByRole('list', { name: 'Blocks' })).toContainText('First of all');
  await page.getByRole('button', { name: `Remove Blocks ${project}-1` }).click();
  await expect(page.getByRole('list', { name: 'Blocks' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('list', { name: 'Blocks' })).toBeVisible();
});
