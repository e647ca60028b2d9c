import { expect, test } from '@playwright/test';
import { adminPage, newcomer } from './people';
import { api, expectNoSidewaysScroll, fresh } from './support';

test("a team's month fits a wide window without scrolling sideways", async ({ browser }) => {
  const admin = await adminPage(browser);
  const lin = await newcomer(admin, 'Namgung-of-a-rather-long-name');
  const team = await api(admin, 'POST', '/teams', { name: fresh('Calendar'), lead: lin.id });
  await admin.goto(`/teams/${String(team['id'])}?view=calendar`);
  const month = admin.getByRole('region', { name: /calendar/i });
  const widest = async () => {
    await expect(month).toBeVisible();
    return month.evaluate((box) => [
      box.scrollWidth - box.clientWidth,
      box.querySelectorAll('thead th').length,
    ]);
  };
  const days: number[] = [];
  for (let n = 0; n < 3; n++) {
    const [over, columns] = await widest();
    expect(over).toBe(0);
    days.push(columns!);
    await admin.getByRole('button', { name: 'Next month' }).click();
  }
  expect(Math.max(...days), 'a month of 31 days and the names').toBe(32);
  await admin.screenshot({ path: 'test-results/team-month.png' });
  await expectNoSidewaysScroll(admin);
  await admin.context().close();
});
