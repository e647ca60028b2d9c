import { expect, test } from '@playwright/test';
import { api, expectAccessible, memberPage, newProject, row } from './support';

test('a resolution is chosen or written, when an issue is closed and on its page', async ({ browser }) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const key = await newProject(page, 'Endings');
  for (const title of ['Seen twice', 'Of its own kind'])
    await api(page, 'POST', '/issues', { project: key, title });
  const kept = async (n: number) => (await api(page, 'GET', `/work-items/${key}-${n}`))['resolution'];
  const offered = page.getByRole('listbox').getByRole('option');
  const close = async (title: string) => {
    await row(page, title).getByRole('link').focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitemradio', { name: 'Cancelled' }).click();
  };
  await page.goto(`/items?project=${key}&category=all`);

  await test.step('closing asks for a resolution and suggests common ones', async () => {
    await close('Seen twice');
    const dialog = page.getByRole('dialog', { name: `How was ${key}-1 resolved?` });
    const field = dialog.getByRole('combobox', { name: 'Resolution' });
    await expect(field).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(offered).toHaveText(['Done', 'Fixed', 'Duplicate', 'Won’t do', 'Cannot reproduce']);
    await page.screenshot({ path: 'test-results/resolve.png' });
    await expectAccessible(page);
    await page.keyboard.type('dup');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('Duplicate');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(`${key}-1 is now “Cancelled”.`)).toBeVisible();
    await expect.poll(() => kept(1)).toBe('Duplicate');
    await expect(row(page, 'Seen twice').locator(':focus')).toHaveCount(1);
  });

  await test.step('the question can be skipped', async () => {
    await close('Of its own kind');
    const dialog = page.getByRole('dialog', { name: `How was ${key}-2 resolved?` });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await kept(2)).toBeNull();
  });

  await test.step('on the page: free text, or another choice', async () => {
    await page.goto(`/items/${key}-2`);
    const field = page.getByRole('complementary').getByRole('combobox', { name: 'Resolution' });
    await field.fill('Moved to the next quarter');
    await field.press('Enter');
    await expect.poll(() => kept(2)).toBe('Moved to the next quarter');
    await field.click();
    await expect(offered).toHaveCount(5);
    await page.screenshot({ path: 'test-results/resolution.png' });
    await expectAccessible(page);
    await offered.filter({ hasText: 'Won’t do' }).click();
    await expect.poll(() => kept(2)).toBe("Won't do");
    await field.fill('typed in error');
    await field.press('Escape');
    await field.press('Escape');
    await expect(field).toHaveValue('Won’t do');
  });
  await page.context().close();

  await test.step('readers of Korean see the same in Korean', async () => {
    const other = await memberPage(browser, { lang: 'ko', theme: 'dark' });
    await other.goto(`/items/${key}-1`);
    await expect(other.getByRole('complementary').getByRole('combobox', { name: '처리 결과' })).toHaveValue(
      '중복',
    );
    await other.getByRole('button', { name: '이력' }).click();
    await expect(other.getByText(/처리 결과를 중복으로 지정했습니다/)).toBeVisible();
    await other.screenshot({ path: 'test-results/resolution-ko.png' });
    await other.context().close();
  });
});
