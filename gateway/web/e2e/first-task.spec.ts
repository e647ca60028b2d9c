import { expect, test } from '@playwright/test';
import { expectAccessible, memberPage, newProject, row } from './support';

test('an empty project offers its first task, in the list, on the board and on its page', async ({
  browser,
}) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const key = await newProject(page, 'Nothing yet');

  for (const path of [`/items?project=${key}`, `/board?project=${key}`, `/projects/${key}`])
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByText('“Nothing yet” has no work yet')).toBeVisible();
      await page.screenshot({ path: `test-results/first-task-${path.split('/')[1]!.slice(0, 5)}.png` });
      await expectAccessible(page);
    });

  await page.getByRole('button', { name: 'Create its first task' }).click();
  const dialog = page.getByRole('dialog', { name: 'New task' });
  await dialog.getByLabel('Title').fill('The first of all');
  await dialog.getByRole('button', { name: 'Create task' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('has no work yet')).toBeHidden();
  await page.goto(`/items?project=${key}&text=nothing+like+this`);
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create its first task' })).toBeHidden();
  await page.goto(`/items?project=${key}`);
  await expect(row(page, 'The first of all')).toBeVisible();
  await page.context().close();
});
