import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { adminPage, newcomer, windowOf } from './people';
import {
  api,
  expectAccessible,
  xsrf,
  expectNoSidewaysScroll,
  fresh,
  freshKey,
  memberPage,
  row,
} from './support';

async function project(page: Page, name: string): Promise<string> {
  const key = freshKey('E');
  await api(page, 'POST', '/projects', { key, name, visibility: 'open' });
  return key;
}

test('an empty project offers its first task, in the list, on the board and on its page', async ({
  browser,
}) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const key = await project(page, 'Nothing yet');

  for (const path of [`/items?project=${key}`, `/board?project=${key}`, `/projects/${key}`])
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByText('“Nothing yet” has no work yet')).toBeVisible();
      await page.screenshot({ path: `test-results/first-task-${path.split('/')[1]!.slice(0, 5)}.png` });
      await expectAccessible(page);
    });

  await page.getByRole('button', { name: 'Create its first task' }).click();
  const dialog = page.getByRole('dialog', { name: 'New task' });
  await dialog.getByLabel('Title').fill('The first of all');
  await dialog.getByRole('button', { name: 'Create task' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('has no work yet')).toBeHidden();
  await page.goto(`/items?project=${key}&text=nothing+like+this`);
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create its first task' })).toBeHidden();
  await page.goto(`/items?project=${key}`);
  await expect(row(page, 'The first of all')).toBeVisible();
  await page.context().close();
});

test('a menu says which of its choices holds', async ({ browser }) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const key = await project(page, 'Menus');
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

test('what everybody may open is not called management', async ({ browser }) => {
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

test('my work shows no item twice', async ({ browser }) => {
  const admin = await adminPage(browser);
  const lin = await newcomer(admin, 'Lin');
  const page = await windowOf(browser, lin.email);
  const key = await project(page, 'Once');
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

test('what was deleted lies in the trash, which the project, the navigation and the palette lead to', async ({
  browser,
}) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const key = await project(page, 'Tidy');
  await api(page, 'POST', '/tasks', { project: key, title: 'Thrown away' });
  const headers = { 'X-XSRF-TOKEN': await xsrf(page) };
  expect((await page.request.delete(`/api/work-items/${key}-1`, { headers })).ok()).toBe(true);

  await page.goto(`/projects/${key}`);
  await page.getByRole('main').getByRole('link', { name: 'Trash' }).click();
  await expect(page).toHaveURL(`/trash?project=${key}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible();
  await expect(row(page, 'Thrown away')).toContainText('deleted');
  await page.screenshot({ path: 'test-results/trash.png' });
  await expectAccessible(page);

  await page.getByRole('button', { name: `Restore ${key}-1` }).click();
  await expect(page.getByText(`${key}-1 is restored.`)).toBeVisible();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await expectAccessible(page);
  expect(await api(page, 'GET', `/work-items/${key}-1`)).toMatchObject({ deleted: false });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Thrown away')).toBeVisible();

  await page.goto('/my-work');
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: 'Trash' })
    .click();
  await expect(row(page, 'Thrown away')).toBeVisible();
  await page.goto('/my-work');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or jump to…' }).fill('tras');
  await page.getByRole('option', { name: 'Trash' }).click();
  await expect(page).toHaveURL('/trash');
  await row(page, 'Thrown away').getByRole('link').click();
  await expect(page.getByText('This item is deleted.')).toBeVisible();
  await page.context().close();

  await test.step('in Korean, on a phone', async () => {
    const phone = await memberPage(browser, { lang: 'ko', theme: 'dark', width: 390 });
    await phone.goto(`/trash?project=${key}`);
    await expect(phone.getByRole('button', { name: `${key}-1 복원` })).toBeVisible();
    await expectNoSidewaysScroll(phone);
    await expectAccessible(phone);
    await phone.screenshot({ path: 'test-results/trash-ko.png' });
    await phone.context().close();
  });
});

for (const lang of ['en', 'ko'] as const)
  test(`the import page explains its files with samples that import as they are (${lang})`, async ({
    browser,
  }) => {
    const admin = await adminPage(browser);
    await admin.context().close();
    const words = {
      en: {
        formats: 'Fields of each file',
        start: 'Start import',
        done: 'The import is finished.',
        none: 'No line was rejected.',
      },
      ko: {
        formats: '파일별 필드',
        start: '가져오기 시작',
        done: '모두 가져왔습니다.',
        none: '제외된 줄이 없습니다.',
      },
    }[lang];
    const page = await memberPage(browser, { lang });
    const key = freshKey('I');
    await page.goto(`/imports?project=${key}`);
    await page.getByText(words.formats).click();
    await expect(page.getByText('created_at', { exact: true })).toBeVisible();
    await page.screenshot({ path: `test-results/import-formats-${lang}.png`, fullPage: true });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    const samples = page.getByRole('link', { name: /\.(nd)?json$/ });
    await expect(samples).toHaveText(['workflow.json', 'items.ndjson', 'events.ndjson', 'people.json']);
    for (const [place, sample] of (await samples.all()).entries()) {
      const [download] = await Promise.all([page.waitForEvent('download'), sample.click()]);
      const buffer = await readFile(await download.path());
      const name = download.suggestedFilename();
      await page
        .locator('input[type=file]')
        .nth(place)
        .setInputFiles({ name, mimeType: 'text/plain', buffer });
    }
    await page.getByRole('button', { name: words.start }).click();
    await expect(page.getByText(words.done)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(words.none)).toBeVisible();
    const run = new URL(page.url()).pathname;
    expect(await api(page, 'GET', run)).toMatchObject({
      items: { done: 3, total: 3 },
      events: { done: 13, total: 13 },
      notesTotal: 0,
    });
    await page.goto('/imports');
    const past = page.getByRole('list', { name: /Past imports|지난 가져오기/ });
    await expect(past.getByRole('link', { name: key })).toBeVisible();
    await page.goto(`/projects/${key}`);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^(Import|가져오기)$/ })
      .click();
    await expect(past.getByRole('link')).toHaveText([new RegExp(key)]);
    await page.screenshot({ path: `test-results/past-imports-${lang}.png`, fullPage: true });
    await past.getByRole('link').click();
    await expect(page).toHaveURL(run);
    await page.context().close();
  });

test('each rejected line says its field and why, in the language of the reader', async ({ browser }) => {
  const page = await adminPage(browser);
  const key = freshKey('R');
  const line = (value: object) => JSON.stringify(value);
  const item = { kind: 'task', title: 'Taken', created_at: '2024-01-01T00:00:00Z' };
  const files = {
    workflow: line({
      statuses: [
        { name: 'Open', category: 'todo' },
        { name: 'Closed', category: 'done' },
      ],
    }),
    items:
      [{ ...item, id: 'A-1', priority: 'Galactic' }, { ...item, id: 'A-1' }, item].map(line).join('\n') +
      '\nno JSON',
    events: [
      { item_id: 'A-9', at: '2024-01-01T00:00:00Z', field: 'status', to: 'Open' },
      { item_id: 'A-1', at: 'yesterday', field: 'status', to: 'Open' },
    ]
      .map(line)
      .join('\n'),
  };
  const begun = await page.request.post('/api/imports', {
    headers: { 'X-XSRF-TOKEN': await xsrf(page) },
    multipart: {
      project: key,
      ...Object.fromEntries(
        Object.entries(files).map(([name, text]) => [
          name,
          { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) },
        ]),
      ),
    },
  });
  const { id } = (await begun.json()) as { id: string };
  await page.goto(`/imports/${id}`);
  const rejected = page.getByRole('region', { name: '5 lines were rejected' }).first();
  const cells = (box: typeof rejected) =>
    box
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((one) => [...one.querySelectorAll('td')].map((cell) => cell.textContent.trim())),
      );
  await expect(rejected).toBeVisible({ timeout: 30_000 });
  expect((await cells(rejected)).toSorted()).toEqual([
    ['events', '1', 'item_id', 'There is no item “A-9” in the file of items.'],
    ['events', '2', 'at', '“yesterday” is not a time. Write it like 2024-05-06T09:00:00+09:00.'],
    ['items', '2', 'id', 'The id “A-1” is already in the file.'],
    ['items', '3', 'id', 'It has no id.'],
    ['items', '4', 'whole line', 'It is not a valid JSON object.'],
  ]);
  const notes = page.getByRole('region', { name: '1 value was adjusted' }).first();
  expect(await cells(notes)).toEqual([['items', '1', 'priority', 'Galactic', 'NONE', 'Unknown priority']]);
  await page.screenshot({ path: 'test-results/rejected.png', fullPage: true });
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(page.getByRole('region', { name: '5줄이 제외되었습니다' }).first()).toContainText(
    '일감 파일에 없는 일감입니다: A-9',
  );
  await page.screenshot({ path: 'test-results/rejected-ko.png', fullPage: true });
  await expectAccessible(page);
  await page.context().close();
});

test('a resolution is chosen or written, when an issue is closed and on its page', async ({ browser }) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const key = await project(page, 'Endings');
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

  await test.step('closing asks, and offers what is common', async () => {
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

  await test.step('nobody has to answer', async () => {
    await close('Of its own kind');
    const dialog = page.getByRole('dialog', { name: `How was ${key}-2 resolved?` });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await kept(2)).toBeNull();
  });

  await test.step('on the page: own words, or another choice', async () => {
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
