import { expect, test } from '@playwright/test';
import { api, freshKey, memberPage, row } from './support';

test('an item is written, discussed, changed by two people, deleted and restored', async ({ browser }) => {
  const page = await memberPage(browser);
  const project = freshKey('I');
  await page.goto('/my-work');
  await api(page, 'POST', '/projects', { key: project, name: 'Insights', visibility: 'open' });
  const { key } = await api(page, 'POST', '/issues', {
    project,
    title: 'Charts are cut off',
    severity: 'MAJOR',
  });
  await page.goto(`/items/${String(key)}`);

  await test.step('the title and the description', async () => {
    await page.getByRole('button', { name: /Charts are cut off/ }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Charts are cut off on phones');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name: /on phones/ })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeHidden();
    await page.getByRole('button', { name: 'Add a description' }).click();
    await page
      .getByRole('textbox', { name: 'Description' })
      .fill(`At **360 px**: Map<String, List<Foo>> of ${String(key)}\n\n- [ ] Safari\n- [ ] Chrome`);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('strong', { hasText: '360 px' })).toBeVisible();
    await expect(page.getByText('Map<String, List<Foo>>')).toBeVisible();
    await expect(page).toHaveTitle(`${String(key)} Charts are cut off on phones · Ilgam`);
  });

  await test.step('a task of the description, and a key in it', async () => {
    const safari = page.getByRole('checkbox', { name: 'Safari' });
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await safari.click();
    await expect(safari).toBeChecked();
    await saved;
    await page.reload();
    await expect(safari).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Chrome' })).not.toBeChecked();
    await expect(
      page.getByRole('link', { name: `${String(key)}: Charts are cut off on phones` }),
    ).toHaveAttribute('href', `/items/${String(key)}`);
  });

  await test.step('its properties', async () => {
    const properties = page.getByRole('complementary').filter({ has: page.getByText('Severity') });
    await properties.getByRole('combobox', { name: 'Priority' }).selectOption('URGENT');
    await properties.getByRole('combobox', { name: 'Severity' }).selectOption('CRITICAL');
    await properties.getByLabel('Story points').fill('0.5');
    await page.keyboard.press('Enter');
    await properties.getByRole('textbox', { name: 'Add a label' }).fill('mobile');
    await page.keyboard.press('Enter');
    await expect(properties.getByText('mobile')).toBeVisible();
    await properties.getByRole('button', { name: /Assignee/ }).click();
    const me = page.getByRole('option', { name: /Me$/ });
    const name = ((await me.textContent()) ?? '').replace(/Me\s*$/, '').trim();
    await me.click();
    await expect(properties.getByRole('button', { name: `Assignee: ${name}` })).toBeVisible();
  });

  await test.step('a comment and the history', async () => {
    await page.getByRole('textbox', { name: /Write a comment/ }).fill('Seen on two phones.');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Comments' })).toContainText('Seen on two phones.');
    await page.getByRole('button', { name: 'History' }).click();
    const history = page.getByRole('list', { name: 'History' });
    await expect(history).toContainText('created this');
    await expect(history).toContainText('changed severity from Major to Critical');
    await expect(history).toContainText('set story points to 0.5');
    await expect(history).toContainText('commented');
    await page.screenshot({ path: 'test-results/item.png' });
  });

  await test.step('another member changes the same field meanwhile', async () => {
    await page.getByRole('button', { name: /on phones/ }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('My title');
    await api(page, 'PATCH', `/issues/${String(key)}`, { title: 'Their title' });
    await page.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Their title');
    await expect(dialog).toContainText('My title');
    await dialog.getByRole('button', { name: 'Use your value' }).click();
    await expect(page.getByRole('heading', { name: /My title/ })).toBeVisible();
  });

  await test.step('delete, then undo', async () => {
    await page.getByRole('button', { name: /Actions/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText(`${String(key)} is deleted.`)).toBeVisible();
    await page.goto(`/items/${String(key)}`);
    await expect(page.getByText('This item is deleted.')).toBeVisible();
    await page.getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByRole('heading', { name: /My title/ })).toBeVisible();
  });

  await test.step('find it in the list by filters in the address', async () => {
    await page.goto(`/items?project=${project}&kind=issue&priority=URGENT&points=0.5`);
    await expect(row(page, 'My title')).toBeVisible();
    await page.getByRole('button', { name: 'Tasks', exact: true }).click();
    await expect(page).toHaveURL(/kind=task/);
    await expect(page.getByText('Nothing matches')).toBeVisible();
  });
  await page.context().close();
});

test('a project gets its own workflow and is archived', async ({ browser }) => {
  const page = await memberPage(browser, { lang: 'ko' });
  const project = freshKey('P');
  await page.goto('/projects');
  await api(page, 'POST', '/projects', { key: project, name: '플랫폼', visibility: 'open' });
  await page.goto(`/projects/${project}`);
  await page.getByRole('button', { name: '상태 추가' }).click();
  await page.getByRole('textbox', { name: '상태 이름' }).last().fill('배포 대기');
  await page.getByRole('combobox', { name: '상태 분류' }).last().selectOption('waiting');
  await page.getByRole('button', { name: '업무 흐름 저장' }).click();
  await expect(page.getByText('업무 흐름을 저장했습니다.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: '상태 이름' }).last()).toHaveValue('배포 대기');

  await test.step('a status with items is removed and restored', async () => {
    const { key } = await api(page, 'POST', '/tasks', { project, title: '배포', status: '배포 대기' });
    const status = async () => (await api(page, 'GET', `/tasks/${String(key)}`))['status'];
    await page.getByRole('button', { name: '‘배포 대기’ 제거' }).click();
    await page.getByRole('button', { name: '업무 흐름 저장' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('배포 대기: 일감 1개').selectOption('할 일');
    await dialog.getByRole('button', { name: '업무 흐름 저장' }).click();
    await expect.poll(status).toBe('To do');
    await page.getByRole('button', { name: '되돌리기' }).click();
    await expect.poll(status).toBe('배포 대기');
  });

  await page.getByRole('button', { name: '프로젝트 보관' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '프로젝트 보관' }).click();
  await expect(page.getByText('보관된 프로젝트입니다.')).toBeVisible();
  await page.getByRole('button', { name: '보관 해제' }).click();
  await expect(page.getByText('보관된 프로젝트입니다.')).toBeHidden();
  await page.context().close();
});
