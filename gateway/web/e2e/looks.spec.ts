import { expect, test, type Page } from '@playwright/test';
import {
  api,
  expectAccessible,
  expectNoSidewaysScroll,
  fresh,
  freshKey,
  memberPage,
  SESSION,
} from './support';

let key = '';
let team = '';

test.beforeAll(async ({ browser }) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const me = (await api(page, 'GET', '/session')) as { member: { id: string } };
  const project = freshKey('L');
  await api(page, 'POST', '/projects', { key: project, name: '모바일 앱', visibility: 'open' });
  const titles = [
    '작업 목록 1만 건 스크롤 성능 측정',
    'Fetch missed events after an SSE reconnect',
    '아주-긴-낱말이-이어져도-화면이-옆으로-밀리지-않아야-합니다',
  ];
  for (const [place, title] of titles.entries()) {
    const item = await api(page, 'POST', place === 1 ? '/issues' : '/tasks', {
      project,
      title,
      assignee: me.member.id,
      priority: ['URGENT', 'HIGH', 'LOW'][place],
      dueOn: `2026-0${place + 1}-15`,
      description: 'A **description** with `code`, [a link](https://example.com) and a list:\n\n- one\n- two',
      labels: ['ux'],
    });
    key = String(item['key']);
    await api(page, 'PUT', `/${String(item['kind'])}s/${key}/status`, {
      status: ['In review', 'Blocked', 'In progress'][place],
    });
  }
  team = await teamOf(page);
  await someLeave(page);
  await api(page, 'POST', '/invitations', { email: 'hana.jeong@example.com', expiresInDays: 7 });
  await page.context().close();
});

/** A team that the page's member leads, so that its calendar shows. */
async function teamOf(page: Page): Promise<string> {
  return String((await api(page, 'POST', '/teams', { name: fresh('디자인팀') }))['id']);
}

/** Leave in this month, as its calendar and its list show it. */
async function someLeave(page: Page): Promise<void> {
  const month = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Seoul' }).slice(0, 7);
  const span = { from: `${month}-25`, to: `${month}-27` };
  const taken = await api(page, 'GET', `/members/me/leave?from=${span.from}&to=${span.to}`);
  if ((taken['items'] as unknown[]).length === 0)
    await api(page, 'POST', '/members/me/leave', { ...span, part: 'day' });
}

const screens = () => ({
  'my-work': '/my-work',
  items: '/items?category=all',
  item: `/items/${key}`,
  board: `/board?project=${key.split('-')[0]}`,
  projects: '/projects',
  project: `/projects/${key.split('-')[0]}`,
  dashboard: '/dashboard',
  imports: '/imports',
  profile: '/settings/profile',
  security: '/settings/security',
  work: '/settings/work',
  members: '/members',
  invitations: '/members/invitations',
  teams: '/teams',
  team: `/teams/${team}`,
  'team-calendar': `/teams/${team}?view=calendar`,
  'sign-up-rules': '/administration',
  holidays: '/administration/holidays',
  'security-events': '/administration/security-events',
  operations: '/administration/operations',
  missing: '/no-such-page',
});

for (const lang of ['ko', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    for (const width of [1440, 390])
      test(`every screen is readable in ${lang}, ${theme}, at ${width} pixels`, async ({ browser }) => {
        const page = await memberPage(browser, { lang, theme, width });
        for (const [name, path] of Object.entries(screens())) {
          await page.goto(path, { waitUntil: 'networkidle' });
          await expect(page.locator('main')).toBeVisible();
          await expect(page.locator('.animate-pulse')).toHaveCount(0);
          await page.screenshot({ path: `test-results/looks/${name}-${lang}-${theme}-${width}.png` });
          await test.step(name, async () => {
            await expect(page.locator('h1')).toHaveCount(1);
            await expectAccessible(page);
            await expectNoSidewaysScroll(page);
          });
        }
        await page.context().close();
      });

test('nothing scrolls sideways on the smallest phone, and fingers find what they touch', async ({
  browser,
}) => {
  const page = await memberPage(browser, { lang: 'ko', width: 360 });
  for (const path of Object.values(screens())) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expectNoSidewaysScroll(page);
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'main button, main select, main input:not([type=checkbox]):not([type=radio]), nav a',
        ),
      ]
        .filter(
          (one) =>
            one.getClientRects().length > 0 && getComputedStyle(one).clip !== 'rect(0px, 0px, 0px, 0px)',
        )
        .map((one) => [one.outerHTML.slice(0, 120), one.getBoundingClientRect().height] as const)
        .filter(([, height]) => height < 40),
    );
    expect(small, path).toEqual([]);
  }
  await page.context().close();
});

test('the pages before the log-in are readable in both languages and themes', async ({ browser }) => {
  for (const lang of ['ko', 'en'] as const)
    for (const theme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      await page.addInitScript(
        ([language, name]) => {
          localStorage.setItem('ilgam.lang', language!);
          localStorage.setItem('ilgam.theme', name!);
        },
        [lang, theme],
      );
      for (const path of [
        '/log-in',
        '/sign-up',
        '/find-password',
        '/reset-password/gone',
        '/invitation/gone',
      ]) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await expect(page.locator('h1')).toHaveCount(1);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        await page.screenshot({ path: `test-results/looks/${path.split('/')[1]}-${lang}-${theme}.png` });
      }
      await context.close();
    }
});

test('language and theme change at once and are remembered', async ({ browser }) => {
  const context = await browser.newContext({ storageState: SESSION, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto('/my-work');
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(page.getByRole('link', { name: '내 일감' }).first()).toBeVisible();
  await page.getByRole('button', { name: '어두운 테마로 바꾸기' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await context.close();
});

test('the palette, the help and the form for new work open by keyboard and are accessible', async ({
  browser,
}) => {
  const page = await memberPage(browser, { theme: 'dark' });
  await page.goto('/my-work', { waitUntil: 'networkidle' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Search/ }).fill('dash');
  await expect(page.getByRole('option', { name: 'Dashboard' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/dashboard/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'New task' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page).toHaveURL(/\/my-work/);
  await page.context().close();
});
