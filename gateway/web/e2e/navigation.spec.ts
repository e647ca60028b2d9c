import { expect, test } from '@playwright/test';
import { adminPage, newcomer, windowOf } from './people';
import { api, expectAccessible, memberPage, newProject, row } from './support';

test('a menu marks the chosen item for screen readers', async ({ browser }) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const key = await newProject(page, 'Menus');
  await api(page, 'POST', '/tasks', { project: key, title: 'To be moved', status: 'To do' });
  const opened = {
    list: async () => {
      await page.goto(`/items?project=${key}`);
      await row(page, 'To be moved')
        .getByRole('button', { name: /Change the status/ })
        .click();
    },
    board: async () => {
      await page.goto(`/board?project=${key}`);
      await page.getByRole('button', { name: /^Move / }).click();
    },
  };
  for (const [where, open] of Object.entries(opened))
    await test.step(where, async () => {
      await open();
      const menu = page.getByRole('menu');
      await expect(menu.getByRole('menuitemradio', { name: 'To do' })).toBeChecked();
      await expect(menu.getByRole('menuitemradio', { checked: true })).toHaveCount(1);
      await expect(menu.getByRole('menuitem')).toHaveCount(0);
      await page.screenshot({ path: `test-results/menu-${where}.png` });
      await expectAccessible(page);
    });
  await page.context().close();
});

test('pages for all members are not under management', async ({ browser }) => {
  const admin = await adminPage(browser);
  const lin = await newcomer(admin, 'Lin');
  const page = await windowOf(browser, lin.email);
  const nav = page.getByRole('navigation', { name: 'Main navigation' });
  const of = (name: string) => nav.getByRole('list', { name }).getByRole('link');
  await expect(of('Work')).toHaveText([
    'My work',
    'Tasks and issues',
    'Board',
    'Dashboard',
    'Projects',
    'Trash',
  ]);
  await expect(of('People')).toHaveText(['Members', 'Teams']);
  await expect(nav.getByText('Manage')).toBeHidden();
  await page.screenshot({ path: 'test-results/navigation.png' });
  await expect(
    admin.getByRole('navigation').getByRole('list', { name: 'Manage' }).getByRole('link'),
  ).toHaveText(['Import', 'Administration']);
  await page.context().close();
  await admin.context().close();
});
