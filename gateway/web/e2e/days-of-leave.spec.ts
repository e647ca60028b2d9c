import { expect, test } from '@playwright/test';
import { expectAccessible, memberPage } from './support';

test('days of leave are typed in words, or chosen in a calendar by the keyboard', async ({ browser }) => {
  const page = await memberPage(browser, { lang: 'ko' });
  await page.goto('/settings/work');
  await page.getByRole('button', { name: '휴가 등록' }).click();
  const dialog = page.getByRole('dialog', { name: '휴가 등록' });
  const days = dialog.getByRole('textbox', { name: '기간' });

  await days.fill('12/24/2031');
  await days.press('Tab');
  await expect(dialog.getByRole('alert')).toContainText('날짜가 아닙니다');
  await days.fill('2031-12-24부터 +3d');
  await days.press('Tab');
  await expect(days).toHaveValue('2031. 12. 24. – 2031. 12. 27.');

  await dialog.getByRole('button', { name: '기간 선택' }).click();
  const calendar = page.getByRole('application', { name: '기간 선택 2031년 12월' });
  await expect(calendar.locator('th')).toHaveText(['월', '화', '수', '목', '금', '토', '일']);
  await expect(calendar.locator(':focus')).toHaveAccessibleName('2031년 12월 24일 수요일');
  await expectAccessible(page);
  for (const key of ['ArrowRight', 'Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(calendar).toBeHidden();
  await expect(days).toHaveValue('2031. 12. 25. – 2032. 1. 1.');
  await page.context().close();
});
