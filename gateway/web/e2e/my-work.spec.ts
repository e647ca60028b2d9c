import { expect, test } from '@playwright/test';
import { adminPage, newcomer, windowOf } from './people';
import { api, newProject } from './support';

test('my work shows no item twice', async ({ browser }) => {
  const admin = await adminPage(browser);
  const lin = await newcomer(admin, 'Lin');
  const page = await windowOf(browser, lin.email);
  const key = await newProject(page, 'Once');
  const own = { project: key, assignee: lin.id };
  await api(page, 'POST', '/tasks', { ...own, title: 'Mine and overdue', dueOn: '2026-01-05' });
  await api(page, 'POST', '/tasks', { ...own, title: 'Mine without a day' });
  await api(page, 'POST', '/tasks', { project: key, title: 'For somebody else' });
  await page.goto('/my-work');
  await expect(page.getByRole('heading', { name: 'Reported by me' })).toBeVisible();
  const keys = await page.locator('[data-row]').evaluateAll((rows) => rows.map((one) => one.dataset['row']));
  expect(keys.toSorted()).toEqual([`${key}-1`, `${key}-2`, `${key}-3`]);
  const gaps = await page
    .getByRole('table')
    .evaluateAll((tables) =>
      tables
        .slice(1)
        .map(
          (table) =>
            table.querySelector('[data-row]')!.getBoundingClientRect().top -
            table.getBoundingClientRect().top,
        ),
    );
  for (const gap of gaps) expect(gap, 'nothing empty above the first row').toBeLessThan(4);
  await page.screenshot({ path: 'test-results/my-work-once.png' });
  await page.context().close();
  await admin.context().close();
});
