import { expect, test } from '@playwright/test';
import { dashboardShows, fresh, freshKey, look, PASSWORD, row, SESSION } from './support';

test('a new user signs up, creates a project and a task, moves it and sees the figures change', async ({
  page,
}) => {
  const key = freshKey('W');
  const email = `${fresh('first')}@example.com`;
  await look(page, { lang: 'en' });

  await test.step('a visitor is redirected to the log-in and back', async () => {
    await page.goto('/items?project=WEB');
    await expect(page).toHaveURL(/\/log-in\?to=/);
    await page.getByRole('link', { name: 'Sign up' }).click();
  });

  await test.step('sign-up shows errors at their fields', async () => {
    await page.getByLabel('Name').fill('Seoyeon Kim');
    await page.getByLabel('E-mail').fill('not an address');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page.getByText('Enter a valid e-mail address.')).toBeVisible();
    await expect(page.getByText('Use at least 10 characters.')).toBeVisible();
  });

  await test.step('sign up', async () => {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page.getByRole('button', { name: /Your account/ })).toBeVisible();
    await page.context().storageState({ path: SESSION });
  });

  await test.step('create a project, whose key is suggested', async () => {
    await page.goto('/projects');
    await page
      .getByRole('main')
      .getByRole('button', { name: /New project|Create project/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Mobile Banking App');
    await expect(dialog.getByLabel('Key')).toHaveValue(/^MBA\d*$/);
    await dialog.getByLabel('Key').fill(key);
    await dialog.getByRole('button', { name: 'Create project' }).click();
  });

  await test.step('create its first task', async () => {
    const dialog = page.getByRole('dialog', { name: 'New task' });
    await dialog.getByLabel('Title').fill('Measure scrolling with 10k tasks');
    await dialog.getByLabel('Priority').selectOption('HIGH');
    await dialog.getByLabel('Due').fill(new Date().toLocaleDateString('sv', { timeZone: 'Asia/Seoul' }));
    await dialog.getByLabel('Estimate').fill('8');
    await expect(dialog.getByLabel('Estimate')).toHaveAccessibleDescription('h');
    await dialog.getByRole('button', { name: 'Create task' }).click();
    await expect(dialog).toBeHidden();
    await expect(row(page, 'Measure scrolling with 10k tasks')).toBeVisible();
  });

  await test.step('see it in my work, due today', async () => {
    await page.getByRole('link', { name: 'My work' }).first().click();
    await expect(page.getByRole('heading', { name: /1 item is due this week/ })).toBeVisible();
    await expect(row(page, 'Measure scrolling')).toContainText('Today');
    await page.screenshot({ path: 'test-results/first-day-my-work.png' });
  });

  await test.step('the dashboard counts it', async () => {
    await dashboardShows(page, `project=${key}`, (soon) =>
      expect(figure(page, 'Open')).toHaveText('1', soon),
    );
    await expect(figure(page, 'In progress')).toHaveText('0');
  });

  await test.step('move it with the menu, and undo', async () => {
    await page.goto('/my-work');
    await row(page, 'Measure scrolling')
      .getByRole('button', { name: /Change the status/ })
      .click();
    await page.getByRole('menuitemradio', { name: 'In progress' }).click();
    await expect(row(page, 'Measure scrolling')).toContainText('In progress');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row(page, 'Measure scrolling')).toContainText('Backlog');
  });

  await test.step('move it by keyboard', async () => {
    await row(page, 'Measure scrolling').getByRole('link').focus();
    await page.keyboard.press('s');
    await expect(page.getByRole('menuitemradio', { name: 'Backlog' })).toBeFocused();
    for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(row(page, 'Measure scrolling')).toContainText('In progress');
  });

  await test.step('the dashboard shows the change', async () => {
    await dashboardShows(page, `project=${key}`, (soon) =>
      expect(figure(page, 'In progress')).toHaveText('1', soon),
    );
    await page.screenshot({ path: 'test-results/first-day-dashboard.png', fullPage: true });
  });
});

test('logging out ends the session', async ({ page }) => {
  const email = `${fresh('second')}@example.com`;
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill('Lin Park');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page).toHaveURL(/\/log-in/);

  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert')).toHaveText('E-mail or password is wrong.');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('button', { name: /Your account/ })).toBeVisible();

  await test.step('a member may not import', async () => {
    await page.goto('/imports');
    await expect(page.getByText('You don’t have access')).toBeVisible();
  });
});

function figure(page: import('@playwright/test').Page, name: string) {
  return page
    .locator('dl > div', { has: page.getByText(name, { exact: true }) })
    .locator('dd p')
    .first();
}
