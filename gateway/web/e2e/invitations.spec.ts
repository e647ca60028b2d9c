import { expect, test } from '@playwright/test';
import { adminPage } from './people';
import { api, expectAccessible } from './support';

test('an invitation names who sent it', async ({ browser }) => {
  const admin = await adminPage(browser);
  const inviter = String(
    ((await api(admin, 'GET', '/session'))['member'] as { displayName: string }).displayName,
  );
  const invited = await api(admin, 'POST', '/invitations', { expiresInDays: 3 });
  const page = await (await browser.newContext()).newPage();
  await page.goto(new URL(String(invited['link'])).pathname);
  await expect(page.getByText(`${inviter} invites you to Ilgam.`)).toBeVisible();
  await page.screenshot({ path: 'test-results/invitation.png' });
  await expectAccessible(page);
  await page.evaluate(() => localStorage.setItem('ilgam.lang', 'ko'));
  await page.reload();
  await expect(page.getByText(`${inviter} 님이 일감에 초대했습니다.`)).toBeVisible();
  await page.context().close();
  await admin.context().close();
});
