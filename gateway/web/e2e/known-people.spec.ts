import { expect, test } from '@playwright/test';
import { mailTo } from './outbox';
import { actions, adminPage, imported, me, newcomer } from './people';
import { expectAccessible, fresh, freshKey, look, PASSWORD, row } from './support';

test('a known person is invited, takes over their history and gets a new name', async ({ browser }) => {
  const admin = await adminPage(browser);
  const { email: taken } = (await me(admin)) as unknown as { email: string };
  const project = freshKey('K');
  const known = fresh('hana');
  const name = fresh('Hana Jeong');
  const email = `${fresh('hana')}@example.com`;
  await imported(admin, project, known, 'Mend the fence');
  const invitation = admin.getByRole('listitem').filter({ hasText: email });

  await test.step('the invitation names the person', async () => {
    await admin.goto(`/members?shelf=known&q=${known}`);
    await actions(admin, known).click();
    await admin.getByRole('menuitem', { name: 'Invite to claim their history' }).click();
    const dialog = admin.getByRole('dialog', { name: `Invite ${known}` });
    await expect(dialog).toContainText(`all work under “${known}”`);
    await expectAccessible(admin);
    await dialog.getByLabel('E-mail').fill(taken);
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect(dialog.getByLabel('E-mail')).toHaveAccessibleDescription(/already an account/);
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByLabel('Language of the mail').selectOption('ko');
    await admin.screenshot({ path: 'test-results/invite-known.png' });
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await admin.goto('/members/invitations');
    await expect(invitation).toContainText(`claims the history of ${known}`);
  });

  const mail = await mailTo(admin, email, 'invitation');
  expect(mail.text).toMatch(/초대/);
  const context = await browser.newContext();
  const page = await context.newPage();
  await look(page, {});
  await test.step('they sign up with it, in a window of their own', async () => {
    await page.goto(mail.path);
    await expect(page.getByText(`All work under the name “${known}” will be yours.`)).toBeVisible();
    await expect(page.getByLabel('Name')).toHaveValue(known);
    await page.screenshot({ path: 'test-results/claim.png' });
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await expect(page.getByRole('button', { name: `Your account: ${name}` })).toBeVisible();
    await page.goto('/my-work');
    await expect(row(page, 'Mend the fence')).toBeVisible();
  });

  await test.step('all members see the new name', async () => {
    for (const window of [page, admin]) {
      await window.goto(`/items?project=${project}&category=all`);
      await expect(row(window, 'Mend the fence')).toContainText(name);
    }
    await admin.goto('/members/invitations');
    await expect(invitation).toContainText('Accepted');
    await expect(invitation).toContainText(name);
    await expect(invitation).toContainText('claimed their history');
    await admin.goto(`/members?shelf=known&q=${known}`);
    await expect(admin.getByText('No results')).toBeVisible();
  });
  await context.close();
  await admin.context().close();
});

test('a known person is chosen in the form, unless they already have an account', async ({ browser }) => {
  const admin = await adminPage(browser);
  const known = fresh('bora');
  await imported(admin, freshKey('K'), known, 'Paint the fence');
  await admin.goto('/members/invitations');
  await admin.getByRole('main').getByRole('button', { name: 'Invite someone' }).first().click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Claims the history of/ }).click();
  await admin.getByRole('combobox', { name: 'Search people' }).fill(known);
  await admin.getByRole('option', { name: known }).click();
  await expect(dialog).toHaveAccessibleName(`Invite ${known}`);
  await admin.route('**/api/invitations', (route) =>
    route.fulfill({ status: 409, json: { reason: 'not-a-known-person', detail: 'No.' } }),
  );
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(dialog.getByRole('button', { name: /^Claims the history of/ })).toHaveAccessibleDescription(
    /has an account already/,
  );
  await admin.context().close();
});

test('a known person is merged into a member, who then has the work', async ({ browser }) => {
  const admin = await adminPage(browser);
  const project = freshKey('G');
  const known = fresh('m.zelle');
  await imported(admin, project, known, 'Count the keys');
  const { displayName } = await newcomer(admin, 'Margaretha');

  await admin.goto(`/members?shelf=known&q=${known}`);
  await actions(admin, known).click();
  await admin.getByRole('menuitem', { name: 'Merge into a member' }).click();
  const dialog = admin.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Merge', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: /^Member:/ }).click();
  await admin.getByRole('combobox', { name: 'Search people' }).fill(displayName);
  await admin.getByRole('option', { name: displayName }).click();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(admin.getByText(`${known} is now ${displayName}.`)).toBeVisible();
  await expect(admin.getByText('No results')).toBeVisible();

  await admin.goto(`/items?project=${project}&category=all`);
  await expect(row(admin, 'Count the keys')).toContainText(displayName);
  await expect(admin.getByText(known)).toHaveCount(0);
  await admin.context().close();
});
