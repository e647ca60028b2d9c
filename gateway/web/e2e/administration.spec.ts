import { expect, test } from '@playwright/test';
import { adminPage, newcomer, windowOf } from './people';
import { api, expectAccessible, fresh } from './support';

test('pages for managers and administrators tell a member that access is missing', async ({ browser }) => {
  const admin = await adminPage(browser);
  const { email } = await newcomer(admin, 'Mina');
  const team = await api(admin, 'POST', '/teams', { name: fresh('Others') });
  const page = await windowOf(browser, email);
  for (const path of [
    '/administration',
    '/administration/holidays',
    '/administration/security-events',
    '/administration/operations',
    '/members/invitations',
    '/imports',
    `/teams/${String(team['id'])}?view=calendar`,
  ])
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByText('You don’t have access')).toBeVisible();
      await expectAccessible(page);
    });
  for (const path of [`/teams/${crypto.randomUUID()}`, '/items/NONE-1', '/projects/NONE'])
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
      await expectAccessible(page);
    });
  await page.goto('/members');
  await expect(page.getByRole('list', { name: 'Active' }).getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Actions/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Administration' })).toHaveCount(0);
  await page.context().close();
  await admin.context().close();
});

test('security events are filtered by member and kind', async ({ browser }) => {
  const page = await adminPage(browser);
  const ivy = await newcomer(page, 'Ivy');
  for (let n = 0; n < 20; n++)
    await api(page, 'PUT', `/members/${ivy.id}/role`, { role: n % 2 === 0 ? 'MANAGER' : 'MEMBER' });
  for (let n = 0; n < 2; n++)
    await page.request.post('/api/session', { data: { email: ivy.email, password: 'not the password' } });
  const events = page.getByRole('list', { name: 'Security events' }).getByRole('listitem');

  await test.step('the latest first', async () => {
    await page.goto('/administration');
    await page.getByRole('link', { name: 'Security events' }).click();
    await expect(events.first()).toContainText(ivy.displayName);
    await expect(events).toHaveCount(20);
  });

  await test.step('by member and kind, which the address keeps', async () => {
    await page.getByRole('button', { name: /^Member: Everyone/ }).click();
    await page.getByRole('combobox', { name: 'Search people' }).fill(ivy.displayName);
    await page.getByRole('option', { name: ivy.displayName }).click();
    await expect(events).toHaveCount(20);
    await page.getByRole('button', { name: 'Load more' }).click();
    await expect(events).toHaveCount(23);
    await expect(page.getByRole('button', { name: 'Load more' })).toBeHidden();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: 'Log-in failed' });
    await expect(events).toHaveCount(2);
    await expect(page).toHaveURL(new RegExp(`member=${ivy.id}&what=log-in-failed`));
    await page.reload();
    await expect(events).toHaveCount(2);
    await expect(events.first()).toContainText('127.0.0.1');
    await page.screenshot({ path: 'test-results/security-events.png' });
    await page
      .getByRole('combobox', { name: 'Kind' })
      .selectOption({ label: 'Merged with a person without an account' });
    await expect(page.getByText('No matching events')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Reset' }).last().click();
    await expect(page).toHaveURL(/security-events$/);
  });

  await test.step('in Korean, and without the name of an erased member', async () => {
    const erased = await page.request.delete(`/api/members/${ivy.id}`, {
      headers: {
        'X-XSRF-TOKEN': (await page.context().cookies()).find((c) => c.name === 'XSRF-TOKEN')!.value,
      },
    });
    expect(erased.ok()).toBe(true);
    await page.goto(`/administration/security-events?member=${ivy.id}`);
    await expect(events.first()).toContainText('Former member');
    await page.getByRole('button', { name: '한국어' }).click();
    const inKorean = page.getByRole('list', { name: '보안 기록' }).getByRole('listitem');
    await expect(inKorean.first()).toContainText('회원 정보 삭제');
    await expect(inKorean.first()).toContainText('탈퇴한 회원');
    await page.getByRole('button', { name: 'English' }).click();
  });
  await page.context().close();
});

test('a country is found by its name in the language of the screens', async ({ browser }) => {
  const page = await adminPage(browser);
  await page.goto('/administration/holidays');
  await page.getByRole('button', { name: '한국어' }).click();
  await page.getByRole('button', { name: /^국가/ }).click();
  await expect(page.getByRole('option').first()).toHaveText('대한민국');
  await page.getByRole('combobox', { name: '국가 검색' }).fill('민국');
  await expect(page.getByRole('option')).toHaveText(['대한민국']);
  await page.screenshot({ path: 'test-results/countries.png' });
  await page.getByRole('option', { name: '대한민국' }).click();
  await page.getByRole('button', { name: '공휴일 추가' }).click();
  await expect(page.getByText('‘대한민국’ 달력을 추가했습니다.')).toBeVisible();
  const calendar = page.getByRole('listitem').filter({ hasText: /^대한민국/ });
  await expect(calendar).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Remove the calendar “South Korea”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('“South Korea” is removed.')).toBeVisible();
  await page.context().close();
});

test('holidays are imported from a calendar file, and a broken file is refused', async ({ browser }) => {
  const page = await adminPage(browser);
  const name = fresh('Founding day');
  const calendar = fresh('Company');
  const day = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Seoul' });
  const file = (content: string) => ({
    name: `${calendar}.ics`,
    mimeType: 'text/calendar',
    buffer: Buffer.from(content),
  });
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ilgam//test//EN',
    'BEGIN:VEVENT',
    `UID:${calendar}@example.com`,
    `DTSTAMP:20260101T000000Z`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${name}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  await page.goto('/administration/holidays');

  await test.step('a broken file', async () => {
    await page.getByLabel('Calendar file').setInputFiles(file(ics.replace(/DATE:\d+/, 'DATE:tomorrow')));
    await page.getByRole('button', { name: 'Import calendar' }).click();
    await expect(page.getByLabel('Calendar file')).toHaveAccessibleDescription(
      /cannot be read as a calendar: line 7 is wrong/,
    );
    await expectAccessible(page);
    await page.screenshot({ path: 'test-results/broken-calendar.png' });
    await page.getByRole('button', { name: '한국어' }).click();
    await expect(
      page.getByText('달력 파일로 읽을 수 없습니다. 7번째 줄이 형식에 맞지 않습니다.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
  });

  await test.step('a valid file whose days are past', async () => {
    await page.getByLabel('Calendar file').setInputFiles(file(ics.replace(/DATE:\d+/, 'DATE:20010101')));
    await page.getByRole('button', { name: 'Import calendar' }).click();
    await expect(page.getByText('This file has no holidays from today')).toBeVisible();
    await expect(page.getByText('cannot be read as a calendar')).toBeHidden();
  });

  await test.step('a file with one invalid event', async () => {
    const unsound = ics.replace(
      'END:VCALENDAR',
      'BEGIN:VEVENT\r\nSUMMARY:Whenever\r\nEND:VEVENT\r\nEND:VCALENDAR',
    );
    await page.getByLabel('Calendar file').setInputFiles(file(unsound));
    await page.getByRole('button', { name: 'Import calendar' }).click();
    await expect(page.getByText(`“${calendar}” is added.`)).toBeVisible();
    await expect(page.getByText('Line 10: the event has no start (DTSTART).')).toBeVisible();
    await page.getByRole('button', { name: '한국어' }).click();
    await expect(page.getByText('10번째 줄: 일정에 시작일(DTSTART)이 없습니다.')).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await page.screenshot({ path: 'test-results/skipped-events.png' });
    await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
    await page.goto('/settings/work');
    await expect(page.getByRole('button', { name: new RegExp(name) })).toHaveAttribute('data-day', day);
    await page.screenshot({ path: 'test-results/imported-holiday.png' });
  });

  await test.step('its days are removed with the calendar', async () => {
    await page.goto('/administration/holidays');
    await page.getByRole('button', { name: `Remove the calendar “${calendar}”` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText(`“${calendar}” is removed.`)).toBeVisible();
    await expect(page.getByText(name)).toHaveCount(0);
  });
  await page.context().close();
});
