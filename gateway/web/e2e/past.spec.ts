import { expect, test } from '@playwright/test';
import { api, freshKey, memberPage, xsrf } from './support';

const lines = (rows: object[]) => Buffer.from(rows.map((one) => JSON.stringify(one)).join('\n'));

test('an item of a past day shows nothing later, and the values that an import kept in words', async ({
  browser,
}) => {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const project = freshKey('Y');
  const key = `${project}-1`;
  const change = (day: string, seq: number, field: string, from: string | null, to: string | null) => ({
    item_id: key,
    seq,
    at: `2016-03-${day}T08:00:00Z`,
    actor: 'resolver',
    field,
    from,
    to,
  });
  const items = [
    {
      id: key,
      project,
      kind: 'bug',
      title: 'An old incident',
      created_at: '2016-03-01T08:00:00Z',
      priority: 'Chartreuse',
      status: 'Closed',
      closed_code: '0006',
      components: ['CLI', 'Android'],
    },
  ];
  const events = [
    change('01', 0, 'status', null, 'New'),
    change('03', 1, 'comment', null, 'said early'),
    change('04', 2, 'status', 'New', 'Active'),
    change('08', 3, 'comment', null, 'said late'),
    change('09', 4, 'status', 'Active', 'Closed'),
  ];
  const statuses = [
    { name: 'New', category: 'todo' },
    { name: 'Active', category: 'doing' },
    { name: 'Closed', category: 'done' },
  ];
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
  const started = await page.request.post('/api/imports', {
    headers: { 'X-XSRF-TOKEN': await xsrf(page) },
    multipart: {
      items: file('items.ndjson', lines(items)),
      events: file('events.ndjson', lines(events)),
      workflow: file('workflow.json', Buffer.from(JSON.stringify({ statuses, transition_history: true }))),
    },
  });
  expect(started.status()).toBe(202);
  const { id } = (await started.json()) as { id: string };
  await expect.poll(async () => (await api(page, 'GET', `/imports/${id}`))['state']).toBe('done');
  await expect
    .poll(async () => (await page.request.get(`/api/work-items/${key}/history`)).status())
    .toBe(200);

  await test.step('on the fifth', async () => {
    await page.goto(`/items/${key}?at=2016-03-05`);
    await expect(page.getByText('said early')).toBeVisible();
    await expect(page.getByText('said late')).toBeHidden();
    await expect(page.getByRole('complementary', { name: 'Properties' })).toContainText('Active');
    await page.getByText('History', { exact: true }).click();
    const history = page.getByRole('list', { name: 'History' });
    await expect(history).toContainText('changed status from New to Active');
    await expect(history).not.toContainText('Closed');
    await expect(page.getByLabel('Write a comment')).toHaveCount(0);
  });

  await test.step('now', async () => {
    await page.goto(`/items/${key}`);
    await expect(page.getByText('said late')).toBeVisible();
    await page.getByText('History', { exact: true }).click();
    const history = page.getByRole('list', { name: 'History' });
    await expect(history).toContainText('changed status from Active to Closed');
    await expect(history).toContainText('kept the source’s priority: Chartreuse');
    await expect(history).toContainText('closed code: 0006');
    await expect(history).toContainText('components: CLI, Android');
    await expect(history).not.toContainText('{');
  });
  await page.context().close();
});
