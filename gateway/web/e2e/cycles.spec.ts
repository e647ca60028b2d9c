import { expect, test, type Page } from '@playwright/test';
import { adminPage, newcomer, windowOf } from './people';
import { api, dashboardShows, expectAccessible, fresh, freshKey, row, shownDay } from './support';

type Span = Record<'from' | 'to', string>;

async function cycles(page: Page): Promise<Record<'last' | 'this' | 'next', Span>> {
  return (await api(page, 'GET', '/members/me/work-cycle'))['cycles'] as never;
}

test('work is shown by work cycle and by team', async ({ browser }) => {
  const admin = await adminPage(browser);
  const lin = await newcomer(admin, 'Lin');
  const project = freshKey('Y');
  const team = fresh('주기팀');
  const page = await windowOf(browser, lin.email);
  const mine = await cycles(page);
  await api(admin, 'POST', '/projects', { key: project, name: `Cycles ${project}`, visibility: 'open' });
  for (const which of ['last', 'this', 'next'] as const)
    await api(admin, 'POST', '/tasks', {
      project,
      title: `Due ${which} cycle`,
      assignee: lin.id,
      dueOn: mine[which].to,
    });
  await api(admin, 'POST', '/tasks', { project, title: 'Of nobody', dueOn: mine.next.to });
  await api(admin, 'POST', '/teams', { name: team, lead: lin.id });

  await test.step('my work', async () => {
    await page.goto('/my-work');
    await expect(row(page, 'Due last cycle')).toBeVisible();
    await expect(row(page, 'Due next cycle')).toBeVisible();
    await page.getByLabel('Work cycle').selectOption({ label: 'Next cycle' });
    await expect(row(page, 'Due last cycle')).toBeHidden();
    await expect(row(page, 'Due next cycle')).toBeVisible();
    await expect(page).toHaveURL(/\/my-work\?cycle=next$/);
    await page.reload();
    await expect(row(page, 'Due next cycle')).toBeVisible();
    await expect(row(page, 'Due this cycle')).toBeHidden();
    await page.screenshot({ path: 'test-results/my-next-cycle.png' });
    await expectAccessible(page);
  });

  await test.step('a list', async () => {
    await page.goto(`/items?project=${project}`);
    await expect(row(page, 'Of nobody')).toBeVisible();
    await page.getByLabel('Due').selectOption({ label: 'Due last cycle' });
    await expect(row(page, 'Of nobody')).toBeHidden();
    await expect(row(page, 'Due last cycle')).toBeVisible();
    await expect(row(page, 'Due this cycle')).toBeHidden();
    await expect(page).toHaveURL(/cycle=last/);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page).not.toHaveURL(/cycle=/);
  });

  await test.step("a team's work, from its page", async () => {
    await page.goto('/teams');
    await page.getByRole('link', { name: team }).click();
    await page.getByRole('link', { name: 'Work of this team' }).click();
    await expect(row(page, 'Due this cycle')).toBeVisible();
    await expect(row(page, 'Of nobody')).toBeHidden();
    await expect(page.getByLabel('Team')).toHaveValue(/.{36}/);
    await page.screenshot({ path: 'test-results/team-work.png' });
  });

  await test.step('the dashboard', async () => {
    const open = page.locator('dl > div', { has: page.getByRole('link', { name: 'Open', exact: true }) });
    await dashboardShows(page, `project=${project}`, (soon) => expect(open).toContainText('4', soon));
    await page.getByLabel('Team').selectOption({ label: team });
    await expect(open).toContainText('3');
    await page.getByLabel('Period', { exact: true }).selectOption({ label: 'My last cycle' });
    await expect(page).toHaveURL(/cycle=last/);
    const request = page.waitForRequest(
      (request) => request.url().includes('/dashboard/throughput') && request.url().includes('from='),
    );
    await page.reload();
    const zone = '+09:00'; // the browser's time zone
    expect(new Date(new URL((await request).url()).searchParams.get('from')!)).toEqual(
      new Date(`${mine.last.from}T00:00:00${zone}`),
    );
    await page.screenshot({ path: 'test-results/dashboard-cycle.png' });
  });
  await page.context().close();
  await admin.context().close();
});

test('a cycle is set for later, changed, withdrawn and brought back', async ({ browser }) => {
  const admin = await adminPage(browser);
  const lin = await newcomer(admin, 'Lin');
  const page = await windowOf(browser, lin.email);
  const mine = await cycles(page);
  const start = mine.next.from;
  await page.goto('/settings/work');

  await test.step('set', async () => {
    await page.getByLabel('Hours a day').fill('6');
    await page.getByLabel('Effective from').fill(start);
    await page.getByRole('button', { name: 'Save cycle' }).click();
    await expect(page.getByText('Your work cycle is saved.')).toBeVisible();
    await expect(page.getByText('6 h a day')).toBeVisible();
    expect(await cycles(page)).toEqual(mine);
    await expect(page.getByText(/^This applies until the cycle from/)).toBeVisible();
    await page.screenshot({ path: 'test-results/cycle-upcoming.png', fullPage: true });
    await expectAccessible(page);
  });

  await test.step('changed', async () => {
    await page.getByRole('button', { name: /^Edit the work cycle from/ }).click();
    await expect(page.getByLabel('Hours a day')).toHaveValue('6');
    await expect(page.getByLabel('Effective from')).toHaveValue(shownDay(start));
    await page.getByLabel('Hours a day').fill('4.5');
    await page.getByLabel('Effective from').fill(mine.next.to);
    await page.getByRole('button', { name: 'Save cycle' }).click();
    await expect(page.getByText('4.5 h a day')).toBeVisible();
    await expect(page.getByText('6 h a day')).toBeHidden();
    await expect(page.getByLabel('Hours a day')).toHaveValue('8');
  });

  await test.step('withdrawn and brought back', async () => {
    await page.getByRole('button', { name: /^Withdraw the work cycle from/ }).click();
    await expect(page.getByText('4.5 h a day')).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('4.5 h a day')).toBeVisible();
  });
  await page.context().close();
  await admin.context().close();
});
