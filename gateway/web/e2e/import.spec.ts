import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { api, dashboardShows, freshKey, memberPage } from './support';

const lines = (rows: object[]) => rows.map((one) => JSON.stringify(one)).join('\n') + '\n';

test("another tracker's history is imported and its figures are shown", async ({ browser }) => {
  const page = await memberPage(browser);
  await page.goto('/imports');
  const me = (await api(page, 'GET', '/session')) as { member: { role: string } };
  test.skip(me.member.role === 'MEMBER', 'Only the first member of a fresh system may import.');

  const project = freshKey('S');
  const item = (n: number, status: string, category: string) => ({
    id: `INC-${n}`,
    project,
    kind: n % 2 ? 'incident' : 'feature',
    title: `Incident ${n}`,
    description: '',
    created_at: `2016-03-0${n}T08:00:00Z`,
    reporter: `opener-${n}`,
    assignee: 'resolver-1',
    priority: 'High',
    status,
    status_category: category,
    resolution: null,
    resolved_at: null,
    updated_at: '2016-03-09T08:00:00Z',
    labels: [],
    components: [],
    fix_versions: [],
    parent: null,
    epic: null,
    links: [],
    sprints: [],
  });
  const event = (
    n: number,
    seq: number,
    at: string,
    field: string,
    from: string | null,
    to: string | null,
  ) => ({
    item_id: `INC-${n}`,
    seq,
    at,
    actor: 'resolver-1',
    field,
    from,
    to,
    derived: false,
  });
  const items = [item(1, 'Closed', 'done'), item(2, 'Active', 'doing'), item(3, 'New', 'todo')];
  const events = items.flatMap((one, place) => {
    const n = place + 1;
    return [
      event(n, 0, one.created_at, 'created', null, null),
      event(n, 1, one.created_at, 'status', null, 'New'),
      ...(n < 3 ? [event(n, 2, '2016-03-04T08:00:00Z', 'status', 'New', 'Active')] : []),
      ...(n < 2 ? [event(n, 3, '2016-03-06T08:00:00Z', 'status', 'Active', 'Closed')] : []),
    ];
  });
  const workflow = {
    statuses: [
      { name: 'New', category: 'todo' },
      { name: 'Active', category: 'doing' },
      { name: 'Closed', category: 'done' },
    ],
    transition_history: true,
  };

  let run = '';

  await test.step('a missing file is reported', async () => {
    await page.getByRole('button', { name: 'Start import' }).click();
    await expect(page.getByText('Choose this file.').first()).toBeVisible();
  });

  await test.step('upload the files and watch', async () => {
    await page.getByLabel('Project key').fill(project);
    const file = (name: string, text: string) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: name.endsWith('.gz') ? gzipSync(text) : Buffer.from(text),
    });
    await page.getByLabel('Workflow').setInputFiles(file('workflow.json', JSON.stringify(workflow)));
    await page.getByLabel('Items').setInputFiles(file('items.ndjson', lines(items) + 'this is not JSON\n'));
    await page.getByLabel('Events').setInputFiles(file('events.ndjson.gz', lines(events)));
    await page.getByRole('button', { name: 'Start import' }).click();
    await expect(page).toHaveURL(/\/imports\/.+/);
    await expect(page.getByText('The import is finished.')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('1 line was rejected')).toBeVisible();
    await expect(page.getByRole('cell', { name: /items/ })).toBeVisible();
    await page.screenshot({ path: 'test-results/import.png' });
    run = page.url();
  });

  await test.step('the dashboard leads to the time when something happened', async () => {
    await page.getByRole('link', { name: 'See the dashboard' }).click();
    await expect(page.getByRole('heading', { name: 'Cumulative flow' })).toBeVisible();
    await page.goto(`/dashboard?project=${project}`);
    await page.getByRole('button', { name: 'Go there' }).click();
    await expect(page).toHaveURL(/at=2016-03-0\d/);
    await dashboardShows(page, `project=${project}&at=2016-03-05&by=status`, (soon) =>
      expect(page.getByText(/2 done|0 done/).first()).toBeVisible(soon),
    );
    await expect(page.getByText('Show as table')).toHaveCount(2);
    await page.getByText('Show as table').first().click();
    await expect(page.getByRole('region', { name: 'Table: Cumulative flow' })).toContainText('Active');
    await page.screenshot({ path: 'test-results/import-dashboard.png', fullPage: true });
  });

  await test.step('the list shows any past day', async () => {
    await page.goto(`/items?project=${project}&category=all&at=2016-03-05`);
    await expect(page.locator('[data-row]', { hasText: 'Incident 1' })).toContainText('Active');
    await page.goto(`/items?project=${project}&category=all`);
    await expect(page.locator('[data-row]', { hasText: 'Incident 1' })).toContainText('Closed');
  });

  await test.step('the import is withdrawn and brought back', async () => {
    const shown = page.locator('[data-row]', { hasText: 'Incident 1' });
    await page.goto(run);
    await page.getByRole('button', { name: 'Withdraw import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw import' }).click();
    await expect(page.getByText('The import was withdrawn.')).toBeVisible({ timeout: 30_000 });
    await page.goto(`/items?project=${project}&category=all`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(shown).toHaveCount(0);
    await page.goto(run);
    await page.getByRole('button', { name: 'Bring back' }).click();
    await expect(page.getByText('The import is finished.')).toBeVisible({ timeout: 30_000 });
    await page.goto(`/items?project=${project}&category=all`);
    await expect(shown.first()).toContainText('Closed');
  });
  await page.context().close();
});
