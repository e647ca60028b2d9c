import { expect, test } from '@playwright/test';
import { adminPage } from './people';
import { expectAccessible, expectNoSidewaysScroll, look } from './support';

const letter = {
  id: 'work:0199c0de-7a2b-7c3d-8e4f-5a6b7c8d9e0f',
  context: 'work',
  projection: 'items',
  kind: 'projection',
  type: 'ItemMoved',
  item: '0199c0de-7a2b-7c3d-8e4f-5a6b7c8d9e0f',
  at: new Date(Date.now() - 3_600_000).toISOString(),
  attempts: 3,
  nextAt: new Date(Date.now() + 3_600_000).toISOString(),
  cause:
    'DataIntegrityViolationException: SQL state 23514, constraint item_version_check, table item_version',
  waiting: 2,
};

test('an administrator sees the state of the services', async ({ browser }) => {
  const page = await adminPage(browser);
  await page.goto('/administration');
  await page.getByRole('link', { name: 'Operations' }).click();

  const panel = (name: string) => page.getByRole('region', { name });
  for (const service of ['Gateway', 'Members', 'Work', 'Dashboard'])
    await expect(panel('Services').getByText(service, { exact: true })).toBeVisible();
  await expect(panel('Services').getByText('0.1.0-SNAPSHOT')).toHaveCount(4);
  await expect(panel('Events that could not be handled')).toContainText('Every event was handled');
  await expect(panel('Projections').getByRole('listitem').first()).toContainText('up to date');
  await expect(panel('Event store')).toContainText('4 of 4 instances');
  await expect(panel('Event store')).not.toContainText('–');
  await expect(panel('Mail').getByText('Given up', { exact: true })).toBeVisible();
  await expect(panel('Imports')).toBeVisible();
  await expectAccessible(page);

  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await look(page, { lang: 'ko', theme: 'dark' });
  await page.reload();
  await expect(page.getByText('모든 이벤트를 처리했습니다')).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});

test('a projection is paused and resumed', async ({ browser }) => {
  const page = await adminPage(browser);
  await page.goto('/administration/operations');
  const holidays = page
    .getByRole('region', { name: 'Projections' })
    .getByRole('listitem')
    .filter({ hasText: 'Members: holidays' });
  await holidays.getByRole('button', { name: /^Pause/ }).click();
  await expect(holidays).toContainText('Paused');
  await holidays.getByRole('button', { name: /^Resume/ }).click();
  await expect(holidays).toContainText('Running');
  await page.context().close();
});

/** Only the dead letter is faked: the services' own tests cover how a database fault makes one. */
test('a dead letter is tried again, and discarded with a reason', async ({ browser }) => {
  const page = await adminPage(browser);
  let letters = [letter];
  const bodies: unknown[] = [];
  await page.route('**/api/dead-letters**', async (route) => {
    const request = route.request();
    if (request.url().endsWith('/retry')) return route.fulfill({ json: { handled: false, letter } });
    if (request.url().endsWith('/discard')) {
      bodies.push(request.postDataJSON());
      letters = [];
      return route.fulfill({ status: 204 });
    }
    return route.fulfill({ json: { items: letters, next: null } });
  });
  await page.goto('/administration/operations');
  const list = page.getByRole('list', { name: 'Events that could not be handled' });
  await expect(list).toContainText('in Work: items (projection)');
  await expect(list).toContainText('2 events wait behind it');
  await list.getByRole('button', { name: 'Try again: ItemMoved' }).click();
  await expect(page.getByText('The event still cannot be handled.')).toBeVisible();

  await list.getByRole('button', { name: 'Discard ItemMoved' }).click();
  const dialog = page.getByRole('dialog', { name: 'Discard ItemMoved?' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(dialog.getByText('Say why the event is discarded.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The column is gone.');
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('Every event was handled')).toBeVisible();
  expect(bodies).toEqual([{ reason: 'The column is gone.' }]);
  await page.context().close();
});
