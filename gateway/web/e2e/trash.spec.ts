import { expect, test } from '@playwright/test';
import { api, expectAccessible, expectNoSidewaysScroll, memberPage, newProject, row, xsrf } from './support';

test('deleted items are in the trash, to which the project, the navigation and the palette lead', async ({
  browser,
}) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const key = await newProject(page, 'Tidy');
  await api(page, 'POST', '/tasks', { project: key, title: 'Thrown away' });
  const headers = { 'X-XSRF-TOKEN': await xsrf(page) };
  expect((await page.request.delete(`/api/work-items/${key}-1`, { headers })).ok()).toBe(true);

  await page.goto(`/projects/${key}`);
  await page.getByRole('main').getByRole('link', { name: 'Trash' }).click();
  await expect(page).toHaveURL(`/trash?project=${key}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible();
  await expect(row(page, 'Thrown away')).toContainText('deleted');
  await page.screenshot({ path: 'test-results/trash.png' });
  await expectAccessible(page);

  await page.getByRole('button', { name: `Restore ${key}-1` }).click();
  await expect(page.getByText(`${key}-1 is restored.`)).toBeVisible();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await expectAccessible(page);
  expect(await api(page, 'GET', `/work-items/${key}-1`)).toMatchObject({ deleted: false });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Thrown away')).toBeVisible();

  await page.goto('/my-work');
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: 'Trash' })
    .click();
  await expect(row(page, 'Thrown away')).toBeVisible();
  await page.goto('/my-work');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump to…' }).fill('tras');
  await page.getByRole('option', { name: 'Trash' }).click();
  await expect(page).toHaveURL('/trash');
  await row(page, 'Thrown away').getByRole('link').click();
  await expect(page.getByText('This item is deleted.')).toBeVisible();
  await page.context().close();

  await test.step('in Korean, on a phone', async () => {
    const phone = await memberPage(browser, { lang: 'ko', theme: 'dark', width: 390 });
    await phone.goto(`/trash?project=${key}`);
    await expect(phone.getByRole('button', { name: `${key}-1 복원` })).toBeVisible();
    await expectNoSidewaysScroll(phone);
    await expectAccessible(phone);
    await phone.screenshot({ path: 'test-results/trash-ko.png' });
    await phone.context().close();
  });
});
