import { expect, test } from '@playwright/test';
import { mailTo } from './outbox';
import { actions, adminPage, me, newcomer, windowOf } from './people';
import { api, expectAccessible, fresh, freshKey, look, memberPage, PASSWORD, row } from './support';

test('a profile is changed, and the language with it', async ({ browser }) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const before = await me(page);
  await page.goto('/settings/profile');
  await page.getByLabel('Name').fill(`${before.displayName} II`);
  await page.getByTitle('Pink').click();
  await page.getByLabel('Language').selectOption('ko');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('프로필을 저장했습니다.')).toBeVisible();
  await expect(page.getByRole('button', { name: `내 계정: ${before.displayName} II` })).toBeVisible();
  await api(page, 'PATCH', '/members/me', { displayName: before.displayName, locale: 'en' });
  await page.context().close();
});

test('a token is issued, shown once and revoked', async ({ browser }) => {
  const page = await memberPage(browser);
  const name = fresh('Nightly report');
  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Issue a token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What it is for').fill(name);
  await dialog.getByRole('button', { name: 'Issue a token' }).click();
  await expect(dialog.getByLabel('Token')).toHaveValue(/\S{20,}/);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  const revoke = page.getByRole('button', { name: `Revoke the token “${name}”` });
  await revoke.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The token is revoked.')).toBeVisible();
  await expect(revoke).toBeHidden();
  await expect(page.getByText(name)).toHaveCount(2); // in the security events: issued and revoked
  await page.context().close();
});

test('a team is created, grows, is renamed and deleted', async ({ browser }) => {
  const page = await adminPage(browser);
  const lin = await newcomer(page, 'Lin');
  const name = fresh('플랫폼');
  await page.goto('/teams');
  await page.getByRole('main').getByRole('button', { name: 'Create team' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Create team' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();

  await test.step('a member joins and becomes a lead', async () => {
    await page.getByRole('button', { name: /^Add a member/ }).click();
    await page.getByRole('combobox', { name: 'Search people' }).fill(lin.displayName);
    await page.getByRole('option', { name: lin.displayName }).click();
    const mate = page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({
      hasText: lin.displayName,
    });
    await expect(mate).toBeVisible();
    await actions(page, lin.displayName).click();
    await page.getByRole('menuitem', { name: 'Make lead' }).click();
    await expect(mate.getByText('Lead', { exact: true })).toBeVisible();
    await page.screenshot({ path: 'test-results/team.png' });
  });

  await test.step('it is renamed and deleted', async () => {
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(' ');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(/./);
    await page.getByRole('textbox', { name: 'Name' }).fill(`${name} 2`);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name: `${name} 2` })).toBeVisible();
    await page.getByRole('button', { name: 'Delete team' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete team' }).click();
    await expect(page).toHaveURL(/\/teams$/);
    await expect(page.getByRole('link', { name: `${name} 2` })).toBeHidden();
  });
  await page.context().close();
});

test('a member gets a role, leaves, comes back and is erased for good', async ({ browser }) => {
  const page = await adminPage(browser);
  const ada = await newcomer(page, 'Ada');
  const project = freshKey('M');
  await api(page, 'POST', '/projects', { key: project, name: 'Members', visibility: 'open' });
  await api(page, 'POST', '/tasks', { project, title: 'Work that outlives its member', assignee: ada.id });

  await test.step('found by name, made a manager', async () => {
    await page.goto('/members');
    await page.getByRole('searchbox', { name: 'Search by name' }).fill(ada.displayName);
    await expect(page.getByRole('status').filter({ hasText: '1 person' })).toBeVisible();
    await actions(page, ada.displayName).click();
    const roles = page.getByRole('menu').getByRole('group', { name: 'Role' });
    await expect(roles.getByRole('menuitemradio', { name: 'Member', exact: true })).toBeChecked();
    await expectAccessible(page);
    await roles.getByRole('menuitemradio', { name: 'Manager' }).click();
    const adasRow = page.getByRole('listitem').filter({ hasText: ada.displayName });
    await expect(adasRow).toContainText('Manager');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(adasRow).not.toContainText('Manager');
  });

  await test.step('becoming an administrator and losing that role both need a confirmation', async () => {
    const adasRow = page.getByRole('listitem').filter({ hasText: ada.displayName });
    const choose = async (role: string) => {
      await actions(page, ada.displayName).click();
      await page.getByRole('menuitemradio', { name: role, exact: true }).click();
    };
    const dialog = page.getByRole('dialog');
    await choose('Administrator');
    await expect(dialog).toHaveAccessibleName(`Make ${ada.displayName} Administrator?`);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await api(page, 'GET', `/members/${ada.id}`))['role']).toBe('MEMBER');
    await choose('Administrator');
    await dialog.getByRole('button', { name: 'Change role' }).click();
    await expect(adasRow).toContainText('Administrator');
    await choose('Member');
    await expect(dialog).toContainText('They can no longer manage members');
    await dialog.getByRole('button', { name: 'Change role' }).click();
    await expect(adasRow).not.toContainText('Administrator');
  });

  await test.step('a change of the own role needs a confirmation', async () => {
    const { displayName } = await me(page);
    await page.getByRole('searchbox', { name: 'Search by name' }).fill(displayName);
    await actions(page, displayName).click();
    await page.getByRole('menuitemradio', { name: 'Manager' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change your own role to Manager?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await me(page)).role).toBe('ADMIN');
    await page.getByRole('searchbox', { name: 'Search by name' }).fill(ada.displayName);
  });

  await test.step('deactivated and brought back', async () => {
    await actions(page, ada.displayName).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await expect(page.getByText('No results')).toBeVisible();
    await page.getByRole('button', { name: 'Former' }).click();
    await actions(page, ada.displayName).click();
    await page.getByRole('menuitem', { name: 'Reactivate' }).click();
    await expect(page.getByText(`${ada.displayName} is active again.`)).toBeVisible();
    await page.getByRole('button', { name: 'Active', exact: true }).click();
  });

  await test.step('erased, once the name is typed', async () => {
    await actions(page, ada.displayName).click();
    await page.getByRole('menuitem', { name: 'Erase' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
    await dialog.getByLabel(/to confirm/).fill(ada.displayName);
    await page.screenshot({ path: 'test-results/erase.png' });
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await expect(page.getByText('The member is erased.')).toBeVisible();
    await expect(page.getByText('No results')).toBeVisible();
  });

  await test.step('their work is a former member’s, in both languages', async () => {
    await page.goto(`/items?project=${project}&category=all`);
    await expect(row(page, 'Work that outlives')).toContainText('Former member');
    await page.getByRole('button', { name: '한국어' }).click();
    await expect(row(page, 'Work that outlives')).toContainText('탈퇴한 회원');
    await expect(page.getByText(ada.displayName)).toHaveCount(0);
  });
  await page.context().close();
});

test('a forgotten password is reset by mail', async ({ browser }) => {
  const admin = await adminPage(browser);
  const { email } = await newcomer(admin, 'Forgetful');
  const context = await browser.newContext();
  const page = await context.newPage();
  await look(page, {});
  await page.goto('/log-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  // The previous page has a field of the same name.
  await expect(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Check your e-mail')).toBeVisible();

  await page.goto((await mailTo(admin, email, 'reset-password')).path);
  await page.getByLabel('New password').fill('another long password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed. Log in with the new one.')).toBeVisible();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('another long password');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('button', { name: /Your account/ })).toBeVisible();
  await context.close();
  await admin.context().close();
});

test('a person is invited and accepts', async ({ browser }) => {
  const admin = await adminPage(browser);
  const email = `${fresh('invited')}@example.com`;
  await admin.goto('/members/invitations');
  await admin.getByRole('main').getByRole('button', { name: 'Invite someone' }).first().click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(dialog).toContainText(`A mail with the link is on its way to ${email}.`);
  await expect(dialog.getByLabel('Link')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Done' }).click();
  const link = (await mailTo(admin, email, 'invitation')).path;
  const invitation = admin.getByRole('listitem').filter({ hasText: email });
  await expect(invitation).toContainText('Open');

  const context = await browser.newContext();
  const page = await context.newPage();
  await look(page, {});
  await page.goto(link);
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await page.getByLabel('Name').fill('Invited Person');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByRole('button', { name: /Your account: Invited Person/ })).toBeVisible();
  await page.goto(link);
  await expect(page.getByText('This invitation was already used')).toBeVisible();
  await context.close();

  await admin.reload();
  await expect(invitation).toContainText('Accepted');
  await admin.context().close();
});

test('an invitation is sent again, and the earlier link says that it was replaced', async ({ browser }) => {
  const admin = await adminPage(browser);
  const email = `${fresh('again')}@example.com`;
  await api(admin, 'POST', '/invitations', { email, role: 'MANAGER' });
  const earlier = (await mailTo(admin, email, 'invitation')).path;
  await admin.goto('/members/invitations');
  const rows = admin.getByRole('listitem').filter({ hasText: email });
  await rows.getByRole('button', { name: `Send again: ${email}` }).click();
  const dialog = admin.getByRole('dialog');
  await expect(dialog.getByLabel('E-mail')).toHaveValue(email);
  await expect(dialog.getByLabel('Role')).toHaveValue('MANAGER');
  await dialog.getByRole('button', { name: 'Send again' }).click();
  await expect(dialog).toContainText(`A mail with the link is on its way to ${email}.`);
  await expect(dialog).toContainText('The link that was sent earlier no longer works.');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(rows.filter({ hasText: 'Open' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Replaced' })).toHaveCount(1);
  await expect(admin.getByRole('button', { name: `Send again: ${email}` })).toHaveCount(1);
  await admin.screenshot({ path: 'test-results/sent-again.png' });

  const context = await browser.newContext();
  const page = await context.newPage();
  await look(page, {});
  await page.goto(earlier);
  await expect(page.getByText('This invitation was replaced by a newer one')).toBeVisible();
  await expect.poll(async () => (await mailTo(admin, email, 'invitation')).path).not.toBe(earlier);
  await page.goto((await mailTo(admin, email, 'invitation')).path);
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await context.close();
  await admin.context().close();
});

test('an address is confirmed by a button and the password, never by opening the link', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/email-confirmations/')) sent.push(request.method());
  });
  await look(page, {});
  await page.goto('/confirm-email/nobody-was-mailed-this');
  const confirm = page.getByRole('button', { name: 'Confirm', exact: true });
  await expect(confirm).toBeVisible();
  await expectAccessible(page);
  await confirm.click();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/Required/);
  expect(sent).toEqual([]);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await confirm.click();
  await expect(page.getByText('This link is not valid')).toBeVisible();
  expect(sent).toEqual(['PUT']);
});

test('the screens use the language of the profile until another one is chosen on the device', async ({
  browser,
}) => {
  const admin = await adminPage(browser);
  const { email } = await newcomer(admin, 'Hana');
  const context = await browser.newContext();
  const page = await context.newPage();
  const logIn = async () => {
    await page.goto('/log-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
  };
  await logIn();
  await page.getByRole('button', { name: /Your account/ }).waitFor();
  await api(page, 'PATCH', '/members/me', { locale: 'ko' });
  await page.reload();
  await expect(page.getByRole('button', { name: /내 계정/ })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: /Your account/ })).toBeVisible();
  await page.goto('/settings/profile');
  await page.getByLabel('Language').selectOption('en');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your profile is saved.')).toBeVisible();
  await page.getByLabel('Language').selectOption('ko');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('프로필을 저장했습니다.')).toBeVisible();
  await page.context().clearCookies();
  await logIn();
  await expect(page.getByRole('button', { name: /내 계정/ })).toBeVisible();
  await context.close();
  await admin.context().close();
});

test('leaving a page with an unsaved name needs a confirmation', async ({ browser }) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  await page.goto('/settings/profile');
  const before = await page.getByLabel('Name').inputValue();
  await page.getByLabel('Name').fill(`${before} unsaved`);
  const away = page.getByRole('link', { name: 'Security', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await away.click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).toHaveURL(/profile/);
  await expect(page.getByLabel('Name')).toHaveValue(`${before} unsaved`);
  await away.click();
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/security/);
  await page.goBack();
  await expect(page.getByLabel('Name')).toHaveValue(before);
  await away.click();
  await expect(page).toHaveURL(/security/);
  await page.context().close();
});

test('an invitation does not replace the logged-in member', async ({ browser }) => {
  const admin = await adminPage(browser);
  const { displayName } = await me(admin);
  const { token } = (await api(admin, 'POST', '/invitations', {})) as { token: string };

  await admin.goto(`/invitation/${token}`);
  await expect(admin.getByRole('heading', { name: `You are logged in as ${displayName}` })).toBeVisible();
  await expectAccessible(admin);
  await admin.getByRole('button', { name: `Continue as ${displayName}` }).click();
  await expect(admin).toHaveURL(/\/my-work$/);
  await admin.goto('/log-in?to=%2Fitems');
  await expect(admin).toHaveURL(/\/items$/);
  await admin.goto('/sign-up');
  await expect(admin).toHaveURL(/\/my-work$/);

  const ada = await newcomer(admin, 'Ada');
  const page = await windowOf(browser, ada.email);
  await page.goto(`/invitation/${token}`);
  await page.getByRole('button', { name: 'Log out and accept' }).click();
  await page.getByLabel('E-mail').fill(`${fresh('second')}@example.com`);
  await page.getByLabel('Name').fill('Second Account');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByRole('button', { name: /Your account: Second Account/ })).toBeVisible();
  await page.context().close();
  await admin.context().close();
});

test('a deactivated member is told so only after the right password', async ({ browser }) => {
  const admin = await adminPage(browser);
  const { id, email } = await newcomer(admin, 'Gone');
  await api(admin, 'PUT', `/members/${id}/deactivation`);
  const page = await (await browser.newContext()).newPage();
  await look(page, { lang: 'ko' });
  await page.goto('/log-in');
  await page.getByLabel('이메일').fill(email);
  await page.getByLabel('비밀번호', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '로그인' }).click();
  await expect(page.getByText('이메일 또는 비밀번호가 맞지 않습니다.')).toBeVisible();
  await page.getByLabel('비밀번호', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '로그인' }).click();
  await expect(page.getByText('비활성화된 계정입니다. 관리자에게 문의하세요.')).toBeVisible();
  await page.context().close();
  await admin.context().close();
});

test('leave is taken in the calendar, seen there and undone', async ({ browser }) => {
  const admin = await adminPage(browser);
  const page = await windowOf(browser, (await newcomer(admin, 'Rested')).email);
  await admin.context().close();
  await page.goto('/settings/work');
  await page.getByRole('button', { name: 'Next month' }).click();
  const day = page.getByRole('grid').getByRole('button').nth(9);
  const name = ((await day.locator('.sr-only').textContent()) ?? '').trim();
  await day.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Take leave' }).click();
  await expect(day).toHaveAccessibleName(new RegExp(`^${name.split(', ').slice(0, 3).join(', ')}.*Leave`));
  await expect(page.getByRole('button', { name: /^Cancel leave:/ })).toHaveCount(1);
  await expect(page.getByText(/^[01] working days?$/)).toBeVisible(); // a weekend day is not a working day
  await page.getByRole('button', { name: 'Previous month' }).click();
  await expect(page.getByRole('button', { name: /^Cancel leave:/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.screenshot({ path: 'test-results/leave.png' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^Cancel leave:/ })).toHaveCount(0);
  await page.context().close();
});

test('a finger taps the first and the last day of leave', async ({ browser }) => {
  const admin = await adminPage(browser);
  const page = await windowOf(browser, (await newcomer(admin, 'Touched')).email, { width: 390 });
  await admin.context().close();
  await page.goto('/settings/work');
  for (let n = 0; n < 2; n++) await page.getByRole('button', { name: 'Next month' }).tap();
  const day = (n: number) =>
    page
      .getByRole('grid')
      .getByRole('button')
      .nth(n - 1);
  const box = await day(10).boundingBox();
  expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);

  await test.step('a started range is cancelled', async () => {
    await day(5).tap();
    await expect(page.getByText(/Tap the last day/)).toBeInViewport();
    await page.getByRole('button', { name: 'Cancel', exact: true }).tap();
    await expect(page.getByText(/Tap the last day/)).toBeHidden();
  });

  await day(10).tap();
  await expect(page.getByText(/Tap the last day/)).toBeInViewport();
  await page.screenshot({ path: 'test-results/tapped.png' });
  await expectAccessible(page);
  await day(12).tap();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Days', { exact: true })).toHaveValue(/ 10, .* – .* 12, /);
  await dialog.getByRole('button', { name: 'Take leave' }).tap();
  for (const n of [10, 11, 12]) await expect(day(n)).toHaveAccessibleName(/Leave/);
  await expect(day(13)).not.toHaveAccessibleName(/Leave/);

  await day(11).tap();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: 'Whole days' })).toBeFocused();
  await page.getByRole('button', { name: /^Cancel leave:/ }).tap();
  await expect(page.getByText(/^No leave in 20\d\d\.$/)).toBeVisible();
  await page.context().close();
});
