import { expect, test, type Page } from '@playwright/test';
import { adminPage, me } from './people';
import { api, dashboardShows, expectAccessible, expectNoSidewaysScroll, freshKey } from './support';

const HERE = 'Asia/Seoul';

const dayIn = (timeZone: string) => new Date().toLocaleDateString('sv', { timeZone });

const days = (day: string, more: number) =>
  new Date(Date.parse(day) + more * 86_400_000).toISOString().slice(0, 10);

const rows = (page: Page) => page.locator('[data-row]');

const overdue = (page: Page) =>
  page
    .locator('dl > div', { has: page.getByText('Overdue', { exact: true }) })
    .locator('dd p')
    .first();

test('a change of the company’s time zone changes what is overdue', async ({ browser }) => {
  const page = await adminPage(browser);
  const today = dayIn(HERE);
  const there = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].find((zone) => dayIn(zone) !== today)!;
  const project = freshKey('Z');
  await api(page, 'POST', '/projects', { key: project, name: `Zones ${project}`, visibility: 'open' });
  await api(page, 'PATCH', '/company', { timeZone: HERE });
  const { id } = await me(page);
  for (const [more, assignee] of [
    [-2, null],
    [-1, id],
    [0, null],
    [0, id],
  ] as const)
    await api(page, 'POST', '/tasks', {
      project,
      title: `${project} ${assignee === null ? 'of nobody' : 'of mine'}`,
      dueOn: days(today, more),
      ...(assignee === null ? {} : { assignee }),
    });

  const shows = async (all: number, mine: number) => {
    await page.goto(`/items?project=${project}&due=overdue`);
    await expect(rows(page)).toHaveCount(all);
    await dashboardShows(page, `project=${project}`, (soon) =>
      expect(overdue(page)).toHaveText(String(all), soon),
    );
    await page.goto('/my-work');
    await expect(
      page.locator('section', { has: page.locator('#section-overdue') }).getByText(`${project} of mine`),
    ).toHaveCount(mine);
  };

  await test.step('by the day in the company’s time zone', () => shows(2, 1));

  await test.step('an administrator changes the time zone', async () => {
    await page.goto('/administration');
    await page.getByRole('link', { name: 'Company', exact: true }).click();
    await page.getByRole('button', { name: /^Company time zone: Asia\/Seoul/ }).click();
    await page.getByRole('combobox', { name: 'Search time zones' }).fill(there.split('/')[1]!);
    await page.getByRole('option', { name: there.replaceAll('_', ' ') }).click();
    await page.screenshot({ path: 'test-results/company.png' });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The settings are saved.')).toBeVisible();
  });

  await test.step('lists, my work and the dashboard go by the new day', () =>
    dayIn(there) > today ? shows(4, 2) : shows(1, 0));

  await api(page, 'PATCH', '/company', { timeZone: HERE });
  await page.context().close();
});
