import { expect, test } from '@playwright/test';
import { memberPage, row, api, freshKey } from './support';

test('text that is typed while a dialog loads appears in its first field', async ({ browser }) => {
  const page = await memberPage(browser);
  await page.goto('/my-work', { waitUntil: 'networkidle' });
  const project = freshKey('N');
  await api(page, 'POST', '/projects', { key: project, name: project, visibility: 'open' });
  await api(page, 'POST', '/tasks', { project, title: 'Stays as it is' });
  await page.goto(`/items?project=${project}`, { waitUntil: 'networkidle' });
  await row(page, 'Stays as it is').getByRole('link').first().focus();
  await page.route('**/_app/immutable/**', async (route) => {
    await new Promise((come) => setTimeout(come, 700)); // simulates a slow network; the test itself waits for nothing
    await route.continue();
  });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('dashb');
  const search = page.getByRole('combobox', { name: /^Search/ });
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('dashb');
  await expect(page.getByRole('option', { name: 'Dashboard' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('c');
  await page.keyboard.type('Sweep');
  await expect(page.getByRole('dialog', { name: 'New task' }).getByLabel('Title')).toHaveValue('Sweep');
  await page.context().close();
});
