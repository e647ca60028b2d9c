import { expect, test, type Browser, type Page } from '@playwright/test';
import { keepTable, Keyboard, type Done, type Task } from './keyboard';
import { mailTo } from './outbox';
import { newcomer } from './people';
import { outsidePage } from './screens';
import { api, fresh, freshKey, memberPage, PASSWORD, row } from './support';

/** Counts the key presses of everyday tasks without a mouse; docs/usability.md has the table. */
let project: string;
let task: string;
let issue: string;

test.beforeAll(async ({ browser }) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  project = freshKey('U');
  await api(page, 'POST', '/projects', { key: project, name: `Usability ${project}`, visibility: 'open' });
  const { member } = (await api(page, 'GET', '/session')) as { member: { id: string } };
  const make = async (kind: string, title: string) =>
    String((await api(page, 'POST', `/${kind}`, { project, title, assignee: member.id }))['key']);
  task = await make('tasks', `Parse ${project}`);
  issue = await make('issues', `Cut off ${project}`);
  await api(page, 'POST', '/teams', { name: fresh('Team') });
  await page.context().close();
});

const tasks: Record<string, Task> = {
  'log in': {
    from: 'the log-in',
    limit: 2,
    async does(keyboard, { admin }) {
      const { email } = await newcomer(admin, 'Ada');
      await at(keyboard.page, '/log-in', 'E-mail');
      await keyboard.type(email, 'e-mail');
      await keyboard.press('Tab');
      await keyboard.type(PASSWORD, 'password');
      await keyboard.press('Enter');
      await expect(keyboard.page).toHaveURL(/\/my-work$/);
    },
  },
  'sign up': {
    from: 'the log-in',
    limit: 4,
    async does(keyboard) {
      await at(keyboard.page, '/log-in', 'E-mail');
      await keyboard.press('Alt+u');
      await expect(keyboard.page.getByLabel('Name')).toBeFocused();
      await keyboard.type(fresh('Lin'), 'name');
      await keyboard.press('Tab');
      await keyboard.type(`${fresh('lin')}@example.com`, 'e-mail');
      await keyboard.press('Tab');
      await keyboard.type(PASSWORD, 'password');
      await keyboard.press('Enter');
      await expect(keyboard.page).toHaveURL(/\/my-work$/);
    },
  },
  'reset a forgotten password': {
    from: 'the log-in',
    limit: 7,
    async does(keyboard, { admin }) {
      const { email } = await newcomer(admin, 'Mina');
      await at(keyboard.page, '/log-in', 'E-mail');
      await keyboard.press('Tab', 3);
      await keyboard.press('Enter');
      await expect(keyboard.page.getByLabel('E-mail')).toBeFocused();
      await keyboard.type(email, 'e-mail');
      await keyboard.press('Enter');
      await expect(keyboard.page.getByRole('status')).toBeVisible();
      const { path } = await mailTo(admin, email, 'reset-password');
      await keyboard.follow(path, 'the link in the mail');
      await expect(keyboard.page.getByLabel('New password', { exact: true })).toBeFocused();
      await keyboard.type(`${PASSWORD} of today`, 'new password');
      await keyboard.press('Enter');
      await expect(keyboard.page).toHaveURL(/\/log-in/);
      await expect(keyboard.page.getByText('Your password is changed')).toBeVisible();
    },
  },
  'the tasks of the team': {
    from: 'my work',
    limit: 2,
    async does(keyboard) {
      await myWork(keyboard.page);
      await keyboard.press('g');
      await keyboard.press('w');
      await expect(keyboard.page).toHaveURL(/\/items\?team=/);
      await expect(row(keyboard.page, `Parse ${project}`)).toBeVisible();
    },
  },
  'my tasks': {
    from: 'my work',
    limit: 0,
    async does(keyboard) {
      await myWork(keyboard.page);
      await expect(row(keyboard.page, `Parse ${project}`)).toBeVisible();
    },
  },
  'add a task': {
    from: 'my work',
    limit: 2,
    async does(keyboard) {
      await myWork(keyboard.page);
      await keyboard.press('c');
      await expect(keyboard.page.getByRole('dialog', { name: 'New task' }).getByLabel('Title')).toBeFocused();
      await keyboard.type(`Added ${project}`, 'title');
      await keyboard.press('Enter');
      await expect(row(keyboard.page, `Added ${project}`)).toBeVisible();
    },
  },
  'the list of tasks': {
    from: 'my work',
    limit: 1,
    async does(keyboard) {
      await myWork(keyboard.page);
      await keyboard.press('2');
      await expect(keyboard.page).toHaveURL(/\/items$/);
      await expect(row(keyboard.page, `Parse ${project}`)).toBeVisible();
    },
  },
  'change the title and status of a task': {
    from: 'its page',
    limit: 4,
    does: (keyboard) => changeTitleAndStatus(keyboard, task, `Parse ${project}`),
  },
  'the dashboard': {
    from: 'my work',
    limit: 1,
    async does(keyboard) {
      await myWork(keyboard.page);
      await keyboard.press('4');
      await expect(keyboard.page).toHaveURL(/\/dashboard/);
      await expect(keyboard.page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  'the list of issues': {
    from: 'my work',
    limit: 2,
    async does(keyboard) {
      await myWork(keyboard.page);
      await keyboard.press('g');
      await keyboard.press('s');
      await expect(keyboard.page).toHaveURL(/\/items\?kind=issue$/);
      await expect(row(keyboard.page, `Cut off ${project}`)).toBeVisible();
    },
  },
  'a new issue': {
    from: 'my work',
    limit: 3,
    async does(keyboard) {
      await myWork(keyboard.page);
      await keyboard.press('i');
      await expect(
        keyboard.page.getByRole('dialog', { name: 'New issue' }).getByLabel('Title'),
      ).toBeFocused();
      await keyboard.type(`Broken ${project}`, 'title');
      await keyboard.press('Enter');
      await expect(row(keyboard.page, `Broken ${project}`)).toBeVisible();
    },
  },
  'link an issue to a task': {
    from: 'its page',
    limit: 2,
    async does(keyboard) {
      const { page } = keyboard;
      await page.goto(`/items/${issue}`);
      await expect(page.getByText('No relations to other items')).toBeVisible();
      await keyboard.press('r');
      await expect(page.getByRole('combobox', { name: 'Key or words of the title' })).toBeFocused();
      await keyboard.type(task, 'key');
      await expect(page.getByRole('option', { name: task })).toBeVisible();
      await keyboard.press('Enter');
      await expect(page.getByRole('list', { name: 'Task' })).toContainText(task);
    },
  },
  'change the title and status of an issue': {
    from: 'its page',
    limit: 4,
    does: (keyboard) => changeTitleAndStatus(keyboard, issue, `Cut off ${project}`),
  },
};

async function changeTitleAndStatus(keyboard: Keyboard, key: string, title: string): Promise<void> {
  const { page } = keyboard;
  await page.goto(`/items/${key}`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await keyboard.type(', changed', 'title');
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `${title}, changed` })).toBeFocused();
  await keyboard.press('s');
  await expect(page.getByRole('menu')).toBeVisible();
  await keyboard.press('3');
  await expect(page.getByRole('button', { name: 'In progress' })).toBeVisible();
}

async function at(page: Page, path: string, field: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByLabel(field)).toBeFocused();
}

async function myWork(page: Page): Promise<void> {
  await page.goto('/my-work');
  await expect(row(page, project)).toBeVisible();
}

async function keyboardOf(browser: Browser, outside: boolean): Promise<Keyboard> {
  const page = await (outside ? outsidePage(browser) : memberPage(browser));
  return new Keyboard(page);
}

test('everyday tasks take as few key presses as docs/usability.md says', async ({ browser }) => {
  const admin = await memberPage(browser);
  await admin.goto('/my-work');
  const done: Done[] = [];
  for (const [name, { from, limit, does }] of Object.entries(tasks))
    await test.step(name, async () => {
      const keyboard = await keyboardOf(browser, from === 'the log-in');
      await does(keyboard, { admin });
      expect(keyboard.count, `presses for: ${name}`).toBeLessThanOrEqual(limit);
      done.push({ name, from, steps: keyboard.steps, count: keyboard.count, limit });
      await keyboard.page.context().close();
    });
  keepTable(done);
  await admin.context().close();
});
